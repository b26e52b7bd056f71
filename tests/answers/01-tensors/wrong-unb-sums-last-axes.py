# fails: unbroadcast, axes in front
# because: The missing axes stand in front, but the student sums the last axes away.
# batch: 2
# told: true author unbroadcast: axes behind
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    while g.ndim > len(shape):
        g = g.sum(-1)
    for axis, size in enumerate(shape):
        if size == 1:
            g = g.sum(axis, keepdim=True)
    return g
