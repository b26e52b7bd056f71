# because: adds up the tensors' lengths instead of taking the root of the sum of their squares
# batch: 7
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    n = 0
    for grad in grads:
        if grad is not None:
            n += grad.norm().item()
    clipped = []
    for grad in grads:
        if grad is None:
            clipped.append(None)
        elif n > max_norm:
            clipped.append(grad * max_norm / n)
        else:
            clipped.append(grad.clone())
    return clipped, float(n)
