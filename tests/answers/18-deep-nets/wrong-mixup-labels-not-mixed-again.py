# fails: mixup: labels
# because: Only the pictures are mixed, the labels stay one-hot rows of the picture's own class.
# batch: 2
# told: true author mixup: labels not mixed
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    new_x = x * lam + x[order] * (1 - lam)
    Y = torch.eye(K, dtype=x.dtype, device=x.device)
    return new_x, Y[y]
