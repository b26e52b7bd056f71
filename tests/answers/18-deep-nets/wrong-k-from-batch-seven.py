# because: takes the number of classes from the labels of the batch instead of K: too few columns if the highest class is missing
# batch: 7
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    onehot = F.one_hot(y).to(x.dtype)
    x_new = lam * x + (1 - lam) * x[order]
    y_new = lam * onehot + (1 - lam) * onehot[order]
    return x_new, y_new
