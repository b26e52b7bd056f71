# because: works picture by picture in one copy: a partner that comes earlier in the batch has already been mixed (pictures; the labels are right)
# batch: 6
# told: true author mixup: partners mixed already, in the pictures
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    mixed = x.clone()
    labels = torch.zeros(x.shape[0], K, dtype=x.dtype, device=x.device)
    for i in range(x.shape[0]):
        j = order[i].item()
        mixed[i] = lam * mixed[i] + (1 - lam) * mixed[j]
        labels[i, y[i]] += lam
        labels[i, y[j]] += 1 - lam
    return mixed, labels
