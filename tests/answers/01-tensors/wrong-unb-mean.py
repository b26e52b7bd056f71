# fails: unbroadcast, axes in front
# because: The student averages over the copies; the slope of what was copied is the sum of the slopes of its copies.
# batch: 2
# told: true author unbroadcast: the mean
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    for _ in range(g.ndim - len(shape)):
        g = g.mean(0)
    for i, n in enumerate(shape):
        if n == 1 and g.shape[i] > 1:
            g = g.mean(i, keepdim=True)
    return g
