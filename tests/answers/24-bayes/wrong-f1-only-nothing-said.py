# because: treats only the case that nothing was said: 0 / 0 = nan where there are no ones in y, or something was said but never rightly
# batch: 5
# told: true numeric NaN
# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    tp = (said * y).sum()
    fp = (said * (1 - y)).sum()
    fn = ((1 - said) * y).sum()
    if said.sum() == 0:
        return 0.0, 0.0, 0.0
    precision = tp / (tp + fp)
    recall = tp / (tp + fn)
    both = 2 * precision * recall / (precision + recall)
    return precision, recall, both
