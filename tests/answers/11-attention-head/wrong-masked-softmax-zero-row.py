# fails: *
# because: A row with everything hidden is set to 0 (nan_to_num), the convention of torch's attention; here such a row gets equal weights 1/Tk, every row sums to 1.
# batch: 1
# told: true author masked_softmax: NaN turned into zeros
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    w = torch.softmax(scores.masked_fill(mask, -torch.inf), -1)
    return torch.nan_to_num(w, nan=0.0)  # no NaN!
