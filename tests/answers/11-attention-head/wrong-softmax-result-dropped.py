# fails: softmax: wei; softmax: xbow
# because: masked_fill gives a new tensor and the result is thrown away, so the scores stay all zero and every position takes 1/T from everybody, the future included; the result must be assigned (scores = scores.masked_fill(...)).
# batch: 1
# told: true author softmax: the future gets score 0
# %% solution-softmax
def avg_past_softmax(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), with a softmax over scores 0 and -inf."""
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    future = torch.triu(torch.ones(T, T, device=x.device), diagonal=1).bool()
    scores.masked_fill(future, -float("inf"))  # future is hidden
    wei = F.softmax(scores, dim=-1)
    xbow = wei @ x
    return wei, xbow
