# fails: unbroadcast, axes in front
# because: It sums away the last axes; the axes that the shape does not have stand in front.
# batch: 1
# told: true author unbroadcast: axes behind
# %% solution-unbroadcast
def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(-1)
    for d, n in enumerate(shape):
        if n == 1:
            g = g.sum(dim=d, keepdim=True)
    return g
