# because: sums the axes of length 1 without keepdim, so they vanish and the result has not the asked shape
# batch: 7
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    while g.ndim > len(shape):
        g = g.sum(0)
    ones = [axis for axis, length in enumerate(shape) if length == 1]
    if ones:
        g = g.sum(ones)
    return g
