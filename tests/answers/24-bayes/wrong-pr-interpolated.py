# because: gives the interpolated precision of object detection: at each position the best precision from there on
# batch: 5
# told: true author pr: the best precision from here on
# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    hits = y[scores.argsort(descending=True)].float().cumsum(0)
    k = torch.arange(1, len(y) + 1, device=y.device)
    precision, recall = hits / k, hits / hits[-1]
    # a curve should not zigzag: best precision at this recall or more
    precision = precision.flip(0).cummax(0).values.flip(0)
    return precision, recall
