# fails: f1: precision, recall, F1
# because: False positives and false negatives are swapped, so precision and recall are; the second word says what it was called.
# batch: 2
# told: true author f1: swapped
# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    tp = int(((said == 1) & (y == 1)).sum())
    fp = int(((said == 0) & (y == 1)).sum())
    fn = int(((said == 1) & (y == 0)).sum())
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, both
