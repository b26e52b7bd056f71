# because: divides by the number of hits instead of the number of true things, so things never found do not count
# batch: 7
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    order = torch.sort(scores, descending=True, stable=True).indices
    h = hit[order]
    if not h.any():
        return 0.0
    precision = h.cumsum(0) / torch.arange(1, len(h) + 1, device=h.device, dtype=torch.float64)
    envelope = precision.flip(0).cummax(0).values.flip(0)
    return float(envelope[h].mean())
