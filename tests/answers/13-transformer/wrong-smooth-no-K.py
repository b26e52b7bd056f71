# fails: label_smooth, one text
# because: one_hot is called without K and takes the number of classes from the largest token that happens to occur.
# batch: 2
# told: true author smooth: as many as the largest token
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    hot = F.one_hot(y).float()
    return hot * (1 - eps) + (1 - hot) * eps / (K - 1)
