# because: eps is shared among K-2 tokens, as in the Annotated Transformer (which leaves out the padding token), so the rows do not sum to 1
# batch: 6
# told: true author smooth: shared by K - 2
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    q = torch.full((*y.shape, K), eps / (K - 2), device=y.device)
    q.scatter_(-1, y.unsqueeze(-1), 1 - eps)
    return q
