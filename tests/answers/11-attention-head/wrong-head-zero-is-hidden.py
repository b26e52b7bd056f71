# fails: *
# because: Scores are multiplied by the triangle and everything that is 0 is hidden; a visible score may be exactly 0, only the triangle says what is hidden.
# batch: 2
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs)."""
    B, T, C = x.shape
    q = x @ Wq
    k = x @ Wk
    v = x @ Wv
    scores = q @ k.mT * Wq.shape[1] ** -0.5
    scores = scores * tril[:T, :T]
    scores[scores == 0] = -float("inf")
    wei = F.softmax(scores, -1)
    return wei, wei @ v
