# fails: unroll
# because: Each step is given h0 again; it has to get the state that the step before gave.
# batch: 2
# told: true author unroll: every step from h0
# %% solution-unroll
def unroll(step, xs, h0):
    T = xs.shape[1]
    states = [step(xs[:, t], h0) for t in range(T)]
    return torch.stack(states, 1)
