# because: mixes picture by picture into one and the same copy, so a later picture gets a partner that has been mixed already
# batch: 7
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    mixed = x.clone()
    e = torch.eye(K, dtype=x.dtype, device=x.device)[y]
    labels = e.clone()
    for i in range(len(x)):
        j = int(order[i])
        mixed[i] = lam * mixed[i] + (1 - lam) * mixed[j]
        labels[i] = lam * labels[i] + (1 - lam) * labels[j]
    return mixed, labels
