# because: scales the given gradients in place with mul_, as torch's own function does
# batch: 7
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    n = torch.sqrt(sum((g ** 2).sum() for g in grads if g is not None))
    if n > max_norm:
        for g in grads:
            if g is not None:
                g.mul_(max_norm / n)
    clipped = grads
    return clipped, float(n)
