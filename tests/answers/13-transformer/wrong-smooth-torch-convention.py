# fails: label_smooth; label_smooth, one text
# because: eps is shared among all K tokens, the right one included (torch's convention); here the others get eps / (K - 1) each and the right one exactly 1 - eps.
# batch: 1
# told: true author smooth: torch's convention
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    hard = F.one_hot(y, K).float()
    return (1 - eps) * hard + eps / K
