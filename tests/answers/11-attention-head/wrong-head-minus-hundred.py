# fails: *
# because: The future's scores are set to -100, which is not small beside real scores far below 0; minus infinity is needed.
# batch: 2
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs)."""
    B, T, C = x.shape
    q, k, v = (x @ W for W in (Wq, Wk, Wv))
    scores = torch.einsum("bth,bsh->bts", q, k) / Wq.shape[-1] ** 0.5
    future = torch.triu(torch.ones(T, T, device=x.device), diagonal=1).bool()
    wei = F.softmax(scores.masked_fill(future, -100.0), dim=-1)
    out = wei @ v
    return wei, out
