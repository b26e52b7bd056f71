# fails: clip_norm, within the limit
# because: The factor is applied always, so short gradients are made longer; within the limit they stay as they are.
# batch: 1
# told: true author clip_norm: always scaled
# %% solution-clip
def clip_norm(grads, max_norm):
    n = torch.sqrt(sum((g**2).sum() for g in grads if g is not None))
    clipped = [None if g is None else g * max_norm / n for g in grads]
    return clipped, float(n)
