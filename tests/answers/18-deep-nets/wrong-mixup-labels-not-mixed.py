# fails: mixup: labels
# because: mixes the pictures but returns the one-hot rows of the first label only
# batch: 1
# told: true author mixup: labels not mixed
# %% solution-mixup
def mixup(x, y, lam, order, K):
    mixed = lam * x + (1 - lam) * x[order]
    labels = F.one_hot(y, num_classes=K).to(x)
    return mixed, labels
