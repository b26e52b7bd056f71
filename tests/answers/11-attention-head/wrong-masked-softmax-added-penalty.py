# fails: *
# because: The large negative number is added to the scores instead of replacing them, so in a row in which everything is hidden large differences of the scores survive; the hidden scores must be replaced by -1e9, which gives exactly equal weights.
# batch: 1
# told: true author masked_softmax: added
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    penalty = mask.float() * -1e9
    return F.softmax(scores + penalty, dim=-1)
