# because: filters out the None entries, so the result's list is shorter and the places no longer fit
# batch: 7
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    tensors = [g for g in grads if g is not None]
    n = sum(g.pow(2).sum() for g in tensors).sqrt()
    scale = max_norm / n if n > max_norm else 1.0
    clipped = [g * scale for g in tensors]
    return clipped, float(n)
