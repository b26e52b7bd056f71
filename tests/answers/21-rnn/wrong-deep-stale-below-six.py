# because: all layers step at the same moment from the old states: layer k reads the state of layer k-1 from BEFORE this time step, one step too old
# batch: 6
# told: true author deep_rnn: one step behind
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    states = list(h0s)
    top = []
    for t in range(xs.shape[1]):
        inputs = [xs[:, t]] + states[:-1]
        states = [step(x, h) for step, x, h in zip(steps, inputs, states)]
        top.append(states[-1])
    return torch.stack(top, dim=1), states
