# because: the fractions are written into the integer tensor of one_hot and truncated to 0, so q is all zeros (for eps > 0) when converted to float at the end
# batch: 6
# told: true author smooth: written into integers
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    q = F.one_hot(y, K)
    right = q == 1
    q[right] = 1 - eps
    q[~right] = eps / (K - 1)
    return q.float()
