# fails: unbroadcast, axes of length 1
# because: If no axis is missing, the tuple of axes is empty, and torch's sum over an empty tuple sums everything; it must be left out then.
# batch: 1
# told: true author unbroadcast: no axes means all
# %% solution-unbroadcast
def unbroadcast(g, shape):
    extra = g.ndim - len(shape)
    g = g.sum(tuple(range(extra)))
    ones = [i for i, n in enumerate(shape) if n == 1]
    for i in ones:
        g = g.sum(i, keepdim=True)
    return g
