# fails: *
# because: The new states are written into the caller's list h0s; it must stay as it is, so a copy of the list is needed.
# batch: 1
# told: true author deep_rnn: the first states overwritten
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    top = []
    for t in range(xs.shape[1]):
        x = xs[:, t]
        for l, step in enumerate(steps):
            h0s[l] = step(x, h0s[l])
            x = h0s[l]
        top.append(x)
    return torch.stack(top, dim=1), h0s
