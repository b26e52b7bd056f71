# fails: unbroadcast, two axes of length 1
# because: The loop stops after the first axis of length 1; all axes where the shape has a 1 must be summed.
# batch: 2
# told: true author unbroadcast: only the first axis of length 1
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    n_front = g.ndim - len(shape)
    if n_front:
        g = g.sum(tuple(range(n_front)))
    if 1 in shape:
        g = g.sum(shape.index(1), keepdim=True)
    return g
