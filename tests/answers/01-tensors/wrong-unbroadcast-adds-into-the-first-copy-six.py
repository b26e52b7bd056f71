# because: begins each total with g[0], which is a view, and adds to it with +=: the sum is right but the caller's g is overwritten
# batch: 6
# told: true author unbroadcast: added into the first copy
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    while g.ndim > len(shape):
        total = g[0]
        for k in range(1, g.shape[0]):
            total += g[k]
        g = total
    for d, length in enumerate(shape):
        if length == 1:
            g = g.sum(d, keepdim=True)
    return g
