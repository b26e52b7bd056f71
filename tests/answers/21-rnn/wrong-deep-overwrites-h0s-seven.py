# because: keeps the running states in the given list h0s itself (no copy), and so changes the argument
# batch: 7
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    states = h0s
    top = []
    for t in range(xs.shape[1]):
        inp = xs[:, t]
        for l, step in enumerate(steps):
            states[l] = step(inp, states[l])
            inp = states[l]
        top.append(inp)
    return torch.stack(top, dim=1), states
