# because: uses max(lam, 1 - lam) as in MixMatch: for lam below one half the roles of picture and partner are exchanged
# batch: 6
# told: true author mixup: lam made the larger share
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    lam = max(lam, 1 - lam)  # the picture itself should dominate
    onehot = F.one_hot(y, num_classes=K).to(x.dtype)
    mix = lambda t: lam * t + (1 - lam) * t[order]
    return mix(x), mix(onehot)
