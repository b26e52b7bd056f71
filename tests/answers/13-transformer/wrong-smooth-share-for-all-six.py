# because: the share eps/(K-1) is added for all K tokens, so the right one gets 1-eps+eps/(K-1) and the row sums to more than 1
# batch: 6
# told: true author smooth: the right token gets a share too
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    return F.one_hot(y, K).float() * (1 - eps) + eps / (K - 1)
