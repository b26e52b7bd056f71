# fails: *
# because: The running states are written into the caller's list h0s; copy the list first.
# batch: 2
# told: true author deep_rnn: the first states overwritten
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    top = []
    for t in range(xs.shape[1]):
        x = xs[:, t]
        for i, step in enumerate(steps):
            h0s[i] = step(x, h0s[i])
            x = h0s[i]
        top.append(x)
    return torch.stack(top, 1), h0s
