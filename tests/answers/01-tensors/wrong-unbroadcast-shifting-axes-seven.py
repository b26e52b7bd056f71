# because: sums the missing front axes with g.sum(i) for i = 0, 1, ..: after the first sum the axes have moved up, so with two or more missing axes wrong ones are summed
# batch: 7
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    missing = g.ndim - len(shape)
    for i in range(missing):
        g = g.sum(i)
    for i in range(len(shape)):
        if shape[i] == 1:
            g = g.sum(i, keepdim=True)
    return g
