# fails: unroll
# because: Every step gets h0 again; it should get the state that the step before it gave.
# batch: 1
# told: true author unroll: every step from h0
# %% solution-unroll
def unroll(step, xs, h0):
    return torch.stack([step(xs[:, t], h0) for t in range(xs.shape[1])], 1)
