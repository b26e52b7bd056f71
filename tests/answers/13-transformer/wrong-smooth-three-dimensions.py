# fails: *
# because: Only labels of one and two dimensions are handled (loops over B and T), a (B, T, n) or a single number fails; y may have any shape.
# batch: 1
# told: true author smooth: two axes at most
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    if y.dim() == 1:
        return label_smooth(y[None], K, eps)[0]
    B, T = y.shape
    q = torch.ones(B, T, K, device=y.device) * eps / (K - 1)
    for b in range(B):
        for t in range(T):
            q[b, t, y[b, t]] = 1 - eps
    return q
