# because: sums the missing axes in front, but takes the mean instead of the sum along the axes of length 1 (off by a factor of the number of copies)
# batch: 6
# told: true numeric factor 1/n
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    extra = g.ndim - len(shape)
    for _ in range(extra):
        g = g.sum(0)
    for i in range(len(shape)):
        if shape[i] == 1:
            g = g.mean(i, keepdim=True)
    return g
