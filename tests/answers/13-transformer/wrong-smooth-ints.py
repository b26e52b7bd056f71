# fails: label_smooth
# because: The numbers are written into one_hot's integer tensor, which cuts 0.9 and 0.025 down to 0; it has to be made float first.
# batch: 2
# told: true author smooth: written into integers
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    hot = F.one_hot(y, K)
    right = hot == 1
    q = hot.clone()
    q[right] = 1 - eps
    q[~right] = eps / (K - 1)
    return q.float()
