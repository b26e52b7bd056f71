# fails: *
# because: max_norm / n is computed with Python floats before the comparison, which divides by zero if all gradients are zero.
# batch: 2
# told: true author clip_norm: a number divided by zero
# %% solution-clip
def clip_norm(grads, max_norm):
    n = sum(float((g * g).sum()) for g in grads if g is not None) ** 0.5
    factor = min(1.0, max_norm / n)
    clipped = [g if g is None else g * factor for g in grads]
    return clipped, float(n)
