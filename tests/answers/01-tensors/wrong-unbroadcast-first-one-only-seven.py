# because: sums only along the first axis of length 1 (shape.index(1)); further axes of length 1 stay unsummed
# batch: 7
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    n_front = g.ndim - len(shape)
    for _ in range(n_front):
        g = g.sum(0)
    if 1 in shape:
        g = g.sum(shape.index(1), keepdim=True)
    return g
