# fails: pr_curve: precision
# because: argsort goes from the lowest score up; the curve begins at the highest.
# batch: 2
# told: true author pr: from the lowest score
# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    y = y[scores.argsort()].float()
    tp = y.cumsum(0)
    precision = tp / torch.arange(1, len(y) + 1, device=y.device)
    recall = tp / y.sum()
    return precision, recall
