# fails: label_smooth; label_smooth, one text
# because: eps is shared among all K tokens, as torch's label_smoothing does; here the right one is left out, eps/(K-1) for the others.
# batch: 2
# told: true author smooth: torch's convention
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    return F.one_hot(y, K).float() * (1 - eps) + eps / K
