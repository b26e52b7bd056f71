# fails: *
# because: With -inf a row in which everything is hidden becomes NaN; the text asks for -1e9, which gives such a row equal weights.
# batch: 1
# told: true author masked_softmax: -inf
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    return scores.masked_fill(mask, float("-inf")).softmax(dim=-1)
