# fails: clip_norm, within the limit
# because: All gradients are scaled to the length max_norm, short ones too; those within the limit stay as they are.
# batch: 2
# told: true author clip_norm: always scaled
# %% solution-clip
def clip_norm(grads, max_norm):
    n = torch.cat([g.flatten() for g in grads if g is not None]).norm()
    clipped = [None if g is None else g * (max_norm / n) for g in grads]
    return clipped, float(n)
