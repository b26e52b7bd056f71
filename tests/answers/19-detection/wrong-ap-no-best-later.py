# fails: average_precision
# because: The plain precision at each hit is averaged; the best precision at k or later is to be taken.
# batch: 2
# told: true author AP: without reading on
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    h = hit[scores.argsort(descending=True, stable=True)]
    precision = h.cumsum(0) / torch.arange(1, h.numel() + 1, device=h.device)
    return float(precision[h].sum()) / float(things)
