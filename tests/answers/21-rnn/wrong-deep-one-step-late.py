# fails: deep_rnn: the top layer; deep_rnn, one step
# because: a higher layer reads the state that the layer below had before this step; it should read the one that it has just made
# batch: 1
# told: true author deep_rnn: one step behind
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    hs, top = list(h0s), []
    for t in range(xs.shape[1]):
        inputs = [xs[:, t]] + hs[:-1]
        hs = [step(x, h) for step, x, h in zip(steps, inputs, hs)]
        top.append(hs[-1])
    return torch.stack(top, dim=1), hs
