# fails: *
# because: masked_fill_ (with underscore) writes -1e9 into the caller's scores; the function must leave its argument alone and use masked_fill.
# batch: 1
# told: true author masked_softmax: writes into the scores
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    scores.masked_fill_(mask, -1e9)
    return F.softmax(scores, dim=2)
