# fails: mixup: labels
# because: lets one_hot find the number of classes from the batch; K is given, because the highest class may be missing
# batch: 1
# told: true author mixup: as many classes as seen
# %% solution-mixup
def mixup(x, y, lam, order, K):
    e = F.one_hot(y).to(x.dtype)
    return lam * x + (1 - lam) * x[order], lam * e + (1 - lam) * e[order]
