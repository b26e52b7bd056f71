# fails: mixup: pictures; mixup: labels
# because: goes through the batch and reads partners from the tensor that it writes into
# batch: 4
# told: true author mixup: partners mixed already
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    onehot = F.one_hot(y, K).to(x.dtype)
    mixed, labels = x.clone(), onehot.clone()
    for i in range(len(x)):
        mixed[i] = lam * mixed[i] + (1 - lam) * mixed[order[i]]
        labels[i] = lam * labels[i] + (1 - lam) * labels[order[i]]
    return mixed, labels
