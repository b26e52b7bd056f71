# fails: label_smooth
# because: The rows of the token 0 are emptied as padding; every token gets its row here, and the loss leaves padding out.
# batch: 2
# told: true author smooth: rows of padding 0
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    q = torch.full((*y.shape, K), eps / (K - 1), device=y.device)
    q.scatter_(-1, y.unsqueeze(-1), 1 - eps)
    q[y == 0] = 0.0
    return q
