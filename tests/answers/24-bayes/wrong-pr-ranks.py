# because: indexes y with each example's rank (argsort of argsort) instead of with the order of the examples
# batch: 5
# told: true author pr: the scores sorted, not the labels
# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    rank = scores.argsort(descending=True).argsort()
    tp = torch.cumsum(y[rank], 0).float()
    precision = tp / torch.arange(1, len(scores) + 1, dtype=torch.float32, device=scores.device)
    recall = tp / y.sum()
    return precision, recall
