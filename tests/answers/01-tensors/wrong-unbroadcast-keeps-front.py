# fails: unbroadcast, axes in front
# because: The axes missing in front are summed with keepdim, so they stay with length 1; the result must have exactly the given shape.
# batch: 1
# told: true author unbroadcast: axes in front kept
# %% solution-unbroadcast
def unbroadcast(g, shape):
    extra = g.ndim - len(shape)
    full = (1,) * extra + tuple(shape)
    for axis in range(g.ndim):
        if full[axis] == 1:
            g = g.sum(axis, keepdim=True)
    return g
