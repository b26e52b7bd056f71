# fails: f1, nothing said
# because: If nothing is said to be 1, it computes 0 / 0, NaN; a fraction with 0 below the line counts as 0.
# batch: 1
# told: true author f1: 0 by 0
# %% solution-f1
def f1(said, y):
    tp = (said * y).sum().float()
    precision = tp / said.sum()
    recall = tp / y.sum()
    both = 2 * precision * recall / (precision + recall)
    return precision, recall, both
