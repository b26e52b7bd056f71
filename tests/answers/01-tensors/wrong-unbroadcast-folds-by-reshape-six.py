# because: g.reshape(-1, *shape).sum(0) is right only if all copies lie in front (missing axes); for a copied axis further back (shape (4, 1) or (4, 1, 17)) it adds up numbers that do not belong together
# batch: 6
# told: true author unbroadcast: folded by reshape
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    copies = g.reshape(-1, *shape)   # every copy is one slice along axis 0
    return copies.sum(0)
