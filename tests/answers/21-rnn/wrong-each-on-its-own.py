# fails: clip_norm: clipped
# because: Each tensor is clipped by its own length; all gradients together are one vector and get the same factor.
# batch: 2
# told: true author clip_norm: each tensor for itself
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    n = sum((g**2).sum() for g in grads if g is not None).sqrt()
    clipped = []
    for g in grads:
        if g is None:
            clipped.append(None)
        elif g.norm() > max_norm:
            clipped.append(g * max_norm / g.norm())
        else:
            clipped.append(g)
    return clipped, float(n)
