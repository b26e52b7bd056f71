# fails: mixup: labels
# because: The one-hot rows of the partner are indexed by `order` as if it held classes; e(y[order]) is needed, the class of the partner.
# batch: 2
# told: true author mixup: order taken for classes
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    eye = torch.eye(K, dtype=x.dtype, device=x.device)
    pictures = lam * x + (1 - lam) * x[order]
    labels = lam * eye[y] + (1 - lam) * eye[order]
    return pictures, labels
