# fails: deep_rnn: the top layer
# because: Each layer reads the state that the layer below had before this step (all are updated at once); it should read the new one.
# batch: 2
# told: true author deep_rnn: one step behind
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    hs = list(h0s)
    tops = []
    for t in range(xs.shape[1]):
        inputs = [xs[:, t]] + hs[:-1]
        hs = [f(x, h) for f, x, h in zip(steps, inputs, hs)]
        tops.append(hs[-1])
    return torch.stack(tops, dim=1), hs
