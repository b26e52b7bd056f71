# because: matches the lengths of g with those of shape from the LEFT and sums what does not match, instead of aligning flush right: g (5, 5) with shape (5,) keeps axis 0 and sums axis 1; right where no such lengths coincide
# batch: 6
# told: true author unbroadcast: matched from the left
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    todo = list(shape)
    axis = 0
    for length in tuple(g.shape):
        if todo and length == todo[0]:      # this axis was there already
            todo.pop(0)
            axis += 1
        elif todo and todo[0] == 1:         # there, but with length 1
            g = g.sum(axis, keepdim=True)
            todo.pop(0)
            axis += 1
        else:                               # not there at all
            g = g.sum(axis)
    return g
