# fails: mixup: pictures, and x afterwards
# because: mixes the caller's pictures in place
# batch: 4
# told: true author mixup: x itself mixed
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    onehot = F.one_hot(y, K).to(x.dtype)
    other = x[order]
    x *= lam
    x += (1 - lam) * other
    return x, lam * onehot + (1 - lam) * onehot[order]
