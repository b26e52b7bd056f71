# because: always multiplies by max_norm / n, so short gradients are made longer (and all zeros give NaN)
# batch: 7
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    n = torch.cat([g.flatten() for g in grads if g is not None]).norm()
    factor = max_norm / n
    clipped = [None if g is None else g * factor for g in grads]
    return clipped, float(n)
