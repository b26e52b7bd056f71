# fails: *
# because: It stops after the first axis of length 1; every axis where the shape has 1 must be summed.
# batch: 1
# told: true author unbroadcast: only the first axis of length 1
# %% solution-unbroadcast
def unbroadcast(g, shape):
    for _ in range(g.ndim - len(shape)):
        g = g.sum(0)
    for axis in range(len(shape)):
        if shape[axis] == 1:
            return g.sum(axis, keepdim=True)
    return g
