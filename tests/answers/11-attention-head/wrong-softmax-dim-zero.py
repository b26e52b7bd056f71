# fails: softmax: wei; softmax: xbow
# because: The softmax runs over dim 0, so each column sums to 1; a row is one position's weights, so it must run over the last dimension.
# batch: 1
# told: true author softmax: over the columns
# %% solution-softmax
def avg_past_softmax(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), with a softmax over scores 0 and -inf."""
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    low = torch.tril(torch.ones(T, T, device=x.device))
    scores = scores.masked_fill(low == 0, -float("inf"))
    wei = F.softmax(scores, dim=0)
    xbow = wei @ x
    return wei, xbow
