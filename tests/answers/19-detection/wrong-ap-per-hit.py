# fails: average_precision
# because: divides by the number of hits instead of by the number of true things; what was never found counts 0
# batch: 1
# told: true author AP: things never found left out
# %% solution-ap
def average_precision(hit, scores, things):
    if len(hit) == 0 or not hit.any():
        return 0.0
    h = hit[scores.argsort(descending=True, stable=True)].to(scores.dtype)
    p = h.cumsum(0) / torch.arange(1, len(h) + 1, device=h.device, dtype=h.dtype)
    best = p.flip(0).cummax(0).values.flip(0)
    return (best * h).sum() / h.sum()
