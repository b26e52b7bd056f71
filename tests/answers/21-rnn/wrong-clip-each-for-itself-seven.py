# because: compares each tensor's own length with max_norm and clips each with its own factor, so the direction changes
# batch: 7
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    clipped = []
    sq = 0.0
    for g in grads:
        if g is None:
            clipped.append(None)
            continue
        length = g.norm()
        sq = sq + length ** 2
        if length > max_norm:
            clipped.append(g * (max_norm / length))
        else:
            clipped.append(g)
    n = sq ** 0.5
    return clipped, float(n)
