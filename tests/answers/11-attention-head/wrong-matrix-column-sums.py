# fails: tril: wei; tril: xbow
# because: It divides by the sums of the columns (dim 0), so the columns and not the rows sum to 1; each row belongs to one position and must be divided by its own sum (dim 1).
# batch: 1
# told: true author tril: columns sum to 1
# %% solution-matrix
def avg_past_tril(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), without a loop and without softmax."""
    B, T, C = x.shape
    lower = torch.tril(torch.ones((T, T), device=x.device))
    norm = lower.sum(dim=0, keepdim=True)
    wei = torch.div(lower, norm)
    xbow = torch.einsum("ts,bsc->btc", wei, x)
    return wei, xbow
