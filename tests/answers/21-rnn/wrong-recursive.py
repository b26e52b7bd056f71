# fails: *
# because: The student calls the function recursively for the rest of the series, which hits Python's recursion limit with thousands of steps; a loop is needed.
# batch: 2
# told: true author unroll: a call within a call
# %% solution-unroll
def unroll(step, xs, h0):
    h = step(xs[:, 0], h0)
    first = h[:, None]
    if xs.shape[1] == 1:
        return first
    return torch.cat([first, unroll(step, xs[:, 1:], h)], dim=1)
