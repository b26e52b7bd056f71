# fails: *
# because: The K probabilities become axis 2 (and axis 1 for a single row) instead of the last axis, so tokens of three axes fail.
# batch: 2
# told: true author smooth: two axes at most, by index
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    one_text = y.dim() == 1
    if one_text:
        y = y[None]
    q = torch.full((y.shape[0], y.shape[1], K), eps / (K - 1), device=y.device)
    for b in range(y.shape[0]):
        for t in range(y.shape[1]):
            q[b, t, y[b, t]] = 1 - eps
    return q[0] if one_text else q
