# because: uses the old Pascal VOC formula: the mean of the best precision at the eleven recalls 0, 0.1, ..., 1
# batch: 7
# %% solution-ap
def average_precision(hit, scores, things):
    """hit (D,) bool, scores (D,), the number of true things -> one number (a float, or a tensor without axes)."""
    order = scores.argsort(descending=True, stable=True)
    tp = hit[order].double().cumsum(0)
    k = torch.arange(1, len(order) + 1, device=hit.device).double()
    precision, recall = tp / k, tp / things
    ap = 0.0
    for r in range(11):
        reached = recall >= r / 10 - 1e-9
        if reached.any():
            ap += precision[reached].max().item() / 11
    return ap
