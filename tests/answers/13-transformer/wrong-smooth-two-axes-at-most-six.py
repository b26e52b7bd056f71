# because: all axes of y after the first are flattened into one, so y of shape (B, T, 2) gives (B, 2T, K) instead of (B, T, 2, K)
# batch: 6
# told: true numeric reshaped
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    flat = y.reshape(-1)
    n = len(flat)
    q = torch.full((n, K), eps / (K - 1), device=y.device)
    q[torch.arange(n, device=y.device), flat] = 1 - eps
    if y.dim() > 1:
        q = q.view(y.shape[0], -1, K)  # (B, T, K)
    return q
