# fails: clip_norm: clipped
# because: The None of frozen parameters is left out of the list, so the places no longer fit; it must hold None there.
# batch: 2
# told: true author clip_norm: the frozen parameter's place lost
# %% solution-clip
def clip_norm(grads, max_norm):
    tensors = [g for g in grads if g is not None]
    n = torch.stack([t.norm() for t in tensors]).norm()
    clipped = [t * (max_norm / n) if n > max_norm else t for t in tensors]
    return clipped, float(n)
