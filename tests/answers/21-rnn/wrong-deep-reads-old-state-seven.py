# because: each upper layer reads the state that the layer below had before this step, not the one it has just made
# batch: 7
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    hs = list(h0s)
    outputs = []
    for t in range(xs.size(1)):
        inputs = [xs[:, t]] + hs[:-1]
        hs = [step(x, h) for step, x, h in zip(steps, inputs, hs)]
        outputs.append(hs[-1])
    return torch.stack(outputs, dim=1), hs
