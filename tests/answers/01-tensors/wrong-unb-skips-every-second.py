# fails: unbroadcast, axes in front
# because: After sum(0) the next axis has moved to place 0, but the student goes on with sum(1), and sums the wrong axis; each time it is axis 0.
# batch: 2
# told: true author unbroadcast: every second axis
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    extra = g.ndim - len(shape)
    for k in range(extra):
        g = g.sum(min(k, g.ndim - 1))
    for k in range(len(shape)):
        if shape[k] == 1:
            g = g.sum(k, keepdim=True)
    return g
