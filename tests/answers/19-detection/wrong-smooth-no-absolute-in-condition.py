# fails: smooth_l1
# because: d itself, not |d|, is compared with beta, so large negative differences are squared.
# batch: 2
# told: true author smooth: the sign kept
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    diff = p - t
    return torch.where(diff < beta, diff * diff / (2 * beta), torch.abs(diff) - beta / 2)
