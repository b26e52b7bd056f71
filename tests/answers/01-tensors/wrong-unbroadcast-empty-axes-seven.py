# because: sums over a list of axes that is empty when nothing was copied: torch then sums over everything instead of nothing
# batch: 7
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    extra = g.ndim - len(shape)
    axes = list(range(extra)) + [extra + i for i, n in enumerate(shape) if n == 1]
    g = g.sum(dim=axes, keepdim=True)
    # the axes in front go away again
    return g[(0,) * extra]
