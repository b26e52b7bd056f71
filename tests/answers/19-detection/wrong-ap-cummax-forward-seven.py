# because: takes the running maximum from the front (best precision so far) instead of from k on
# batch: 7
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    if len(hit) == 0:
        return 0.0
    order = torch.argsort(scores, descending=True, stable=True)
    sorted_hit = hit[order].to(torch.float64)
    k = torch.arange(1, len(hit) + 1, device=hit.device)
    precision = sorted_hit.cumsum(0) / k
    best = precision.cummax(0).values
    return (best * sorted_hit).sum() / things
