# fails: clip_norm: clipped
# because: The None of frozen parameters are thrown out, so the list gets shorter and the places no longer fit; None stays in its place.
# batch: 1
# told: true author clip_norm: the frozen parameter's place lost
# %% solution-clip
def clip_norm(grads, max_norm):
    grads = [g for g in grads if g is not None]
    n = torch.cat([g.flatten() for g in grads]).norm()
    factor = min(1.0, max_norm / float(n)) if n > 0 else 1.0
    return [g * factor for g in grads], float(n)
