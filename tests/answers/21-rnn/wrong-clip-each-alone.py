# fails: clip_norm: clipped
# because: Each tensor is limited by its own length; all together are one vector, with one factor for all.
# batch: 1
# told: true author clip_norm: each tensor for itself
# %% solution-clip
def clip_norm(grads, max_norm):
    clipped, n2 = [], 0.0
    for g in grads:
        if g is None:
            clipped.append(None)
            continue
        length = float((g**2).sum()) ** 0.5
        n2 += length**2
        clipped.append(g * (max_norm / length) if length > max_norm else g)
    return clipped, n2**0.5
