# fails: *
# because: max_norm / n is computed before asking whether n is larger; if all gradients are zero, that is a division by zero.
# batch: 1
# told: true author clip_norm: a number divided by zero
# %% solution-clip
def clip_norm(grads, max_norm):
    n = sum(float(g.pow(2).sum()) for g in grads if g is not None) ** 0.5
    scale = min(1.0, max_norm / n)
    clipped = [g * scale if g is not None else None for g in grads]
    return clipped, float(n)
