# because: If no example is 1 the recall is given as 1 (nothing was missed); a fraction with 0 below the line counts as 0.
# batch: 3
# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    tp = int(((said == 1) & (y == 1)).sum())
    fp = int(((said == 1) & (y == 0)).sum())
    fn = int(((said == 0) & (y == 1)).sum())
    precision = tp / (tp + fp) if tp + fp > 0 else 0.0
    recall = tp / (tp + fn) if tp + fn > 0 else 1.0
    both = 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0
    return precision, recall, both
