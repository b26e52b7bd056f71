# because: compares the SQUARED length with max_norm: if n^2 > max_norm >= n, the gradients are made longer (and if n^2 <= max_norm < n < 1, they are not clipped)
# batch: 6
# told: true author clip_norm: the squared length compared
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    total = 0.0
    for grad in grads:
        if grad is None:
            continue
        total += (grad * grad).sum().item()
    n = total ** 0.5
    if total > max_norm:
        clipped = [None if grad is None else grad * (max_norm / n) for grad in grads]
    else:
        clipped = list(grads)
    return clipped, float(n)
