# fails: unbroadcast, axes in front
# because: sum with an empty tuple of axes sums over everything, so where nothing was copied (or only axes in front) the result is one number instead of g as it is.
# batch: 2
# told: true author unbroadcast: no axes of length 1 means all
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    front = g.ndim - len(shape)
    if front > 0:
        g = g.sum(tuple(range(front)))
    ones = tuple(i for i, s in enumerate(shape) if s == 1)
    return g.sum(ones, keepdim=True)
