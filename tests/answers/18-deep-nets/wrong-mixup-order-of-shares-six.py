# because: in the labels the share lam belongs to the partner's class and 1 - lam to the picture's own
# batch: 6
# told: true author mixup: labels with the shares exchanged
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    e = torch.eye(K, dtype=x.dtype, device=x.device)
    other_x, other_y = x[order], y[order]
    # lerp(a, b, t) goes from a to b
    return torch.lerp(other_x, x, lam), torch.lerp(e[y], e[other_y], lam)
