# because: writes lam and then 1 - lam into the label row by assignment: where both pictures are of the same class its share is 1 - lam and not 1
# batch: 6
# told: true author mixup: the larger share
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    pictures = lam * x + (1 - lam) * x[order]
    labels = x.new_zeros(len(y), K)
    rows = torch.arange(len(y), device=y.device)
    labels[rows, y] = lam
    labels[rows, y[order]] = 1 - lam
    return pictures, labels
