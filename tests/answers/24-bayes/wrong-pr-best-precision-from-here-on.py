# because: Each precision is replaced by the best one at this or any later position, as for the interpolated average precision of detectors.
# batch: 3
# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    y = y[scores.argsort(descending=True)].float()
    tp = y.cumsum(0)
    precision = tp / torch.arange(1, len(y) + 1, device=y.device)
    precision = precision.flip(0).cummax(0).values.flip(0)
    recall = tp / y.sum()
    return precision, recall
