# fails: deep_rnn: the last states
# because: The second answer is the list of the top layer's states over time; asked for is each layer's last state.
# batch: 1
# told: true author deep_rnn: the top layer at all times
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    hs = list(h0s)
    top = []
    for t in range(xs.shape[1]):
        inp = xs[:, t]
        for k in range(len(steps)):
            hs[k] = steps[k](inp, hs[k])
            inp = hs[k]
        top.append(hs[-1])
    return torch.stack(top, 1), top
