# fails: softmax: wei; softmax: xbow
# because: triu without diagonal=1 hides the diagonal too, so a position does not see itself and row 0 is NaN; only s > t may be hidden.
# batch: 1
# told: true author softmax: leaves itself out
# %% solution-softmax
def avg_past_softmax(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), with a softmax over scores 0 and -inf."""
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    hide = torch.triu(torch.ones_like(scores)) == 1
    scores = scores.masked_fill(hide, -float("inf"))
    wei = F.softmax(scores, dim=1)
    xbow = wei @ x
    return wei, xbow
