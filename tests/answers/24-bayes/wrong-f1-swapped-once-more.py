# because: false positives and false negatives mixed up, so precision and recall are swapped
# batch: 5
# told: true author f1: swapped
# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    TP = ((said == 1) & (y == 1)).sum().item()
    FN = ((said == 1) & (y == 0)).sum().item()  # falsely said although negative
    FP = ((said == 0) & (y == 1)).sum().item()  # falsely missed although positive
    precision = TP / (TP + FP) if TP + FP else 0.0
    recall = TP / (TP + FN) if TP + FN else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, both
