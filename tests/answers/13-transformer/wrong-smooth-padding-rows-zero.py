# fails: *
# because: The rows of the label 0 are set to zero, as the Annotated Transformer does for padding; label_smooth knows no padding, every label gets a full distribution, and the loss leaves padding out.
# batch: 1
# told: true author smooth: rows of padding 0
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    q = torch.full((*y.shape, K), eps / (K - 1), device=y.device)
    q.scatter_(-1, y.unsqueeze(-1), 1 - eps)
    q[y == 0] = 0  # padding
    return q
