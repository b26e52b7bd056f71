# fails: *
# because: The series is walked by recursion, one call per step: a series of thousands of steps exceeds Python's recursion limit. A loop has none.
# batch: 1
# told: true author unroll: a call within a call
# %% solution-unroll
def unroll(step, xs, h0):
    h = step(xs[:, 0], h0)
    if xs.shape[1] == 1:
        return h[:, None]
    return torch.cat([h[:, None], unroll(step, xs[:, 1:], h)], dim=1)
