# because: keeps the running states in the list h0s itself (h0s[l] = ...): values are right, but the list of the caller no longer holds the first states
# batch: 6
# told: true author deep_rnn: the first states overwritten
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    states = h0s
    tops = []
    for t in range(xs.shape[1]):
        inp = xs[:, t]
        for l, step in enumerate(steps):
            states[l] = step(inp, states[l])
            inp = states[l]
        tops.append(inp)
    return torch.stack(tops, 1), states
