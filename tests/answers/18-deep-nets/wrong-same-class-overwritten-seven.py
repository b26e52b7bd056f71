# because: writes lam and then 1 - lam into the row (assignment, not addition): if both are of the same class, its share is 1 - lam, not 1
# batch: 7
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    mixed = lam * x + (1 - lam) * x[order]
    B = len(y)
    labels = torch.zeros(B, K, dtype=x.dtype, device=x.device)
    rows = torch.arange(B, device=x.device)
    labels[rows, y] = lam
    labels[rows, y[order]] = 1 - lam
    return mixed, labels
