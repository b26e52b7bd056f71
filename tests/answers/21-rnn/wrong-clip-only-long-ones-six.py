# because: computes the right common length, but shortens only those tensors that are themselves longer than max_norm: the direction changes
# batch: 6
# told: true author clip_norm: only the long tensors scaled
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    there = [g for g in grads if g is not None]
    n = torch.sqrt(sum((g ** 2).sum() for g in there))
    clipped = []
    for g in grads:
        if g is None:
            clipped.append(None)
        elif n > max_norm and g.norm() > max_norm:
            clipped.append(g * (max_norm / n))
        else:
            clipped.append(g)   # this one is not the culprit
    return clipped, float(n)
