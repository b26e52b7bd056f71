# fails: unbroadcast, axes in front
# because: The slopes of the copies are averaged; they have to be summed, for the loss feels every copy.
# batch: 1
# told: true author unbroadcast: the mean
# %% solution-unbroadcast
def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.mean(0)
    for d, n in enumerate(shape):
        if n == 1:
            g = g.mean(d, keepdim=True)
    return g
