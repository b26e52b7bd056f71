# because: F1 is computed from the counts as TP / (TP + FP + FN), which is the Jaccard index; TP counts twice, above and below the line.
# batch: 3
# %% solution-f1
def f1(said, y):
    tp = (said * y).sum().item()
    fp, fn = said.sum().item() - tp, y.sum().item() - tp

    def share(a, b):
        return a / b if b else 0.0

    precision, recall, both = share(tp, tp + fp), share(tp, tp + fn), share(tp, tp + fp + fn)
    return precision, recall, both
