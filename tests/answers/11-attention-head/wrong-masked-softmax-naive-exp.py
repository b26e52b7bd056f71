# fails: *
# because: exp is taken of the raw scores, and exp(200) is infinite in float32, so the weights become NaN; the maximum must be subtracted first (as softmax does).
# batch: 1
# told: true author masked_softmax: -inf, bare exponentials mended
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    hidden = mask.expand_as(scores)
    e = torch.exp(scores) * (~hidden)
    total = e.sum(-1, keepdim=True)
    Tk = scores.shape[-1]
    everything = hidden.all(-1, keepdim=True)
    # all hidden -> equal weights
    return torch.where(everything, torch.full_like(e, 1 / Tk), e / total)
