# because: divides by n in every case (direction times the smaller length): if all gradients are zero, 0/0 gives NaN
# batch: 6
# told: true author clip_norm: zero by zero
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    flat = torch.cat([g.reshape(-1) for g in grads if g is not None])
    n = flat.norm()
    new_length = torch.clamp(n, max=max_norm)
    # direction (length 1) * new length
    clipped = [g / n * new_length if g is not None else None for g in grads]
    return clipped, float(n)
