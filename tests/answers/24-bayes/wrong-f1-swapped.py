# fails: f1: precision, recall, F1
# because: Precision is divided by all that are 1 and recall by all that were said to be 1; it is the other way round.
# batch: 1
# told: true author f1: swapped
# %% solution-f1
def f1(said, y):
    tp = int(((said == 1) & (y == 1)).sum())
    fp = int(((said == 1) & (y == 0)).sum())
    fn = int(((said == 0) & (y == 1)).sum())
    precision = tp / (tp + fn) if tp + fn else 0.0
    recall = tp / (tp + fp) if tp + fp else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, both
