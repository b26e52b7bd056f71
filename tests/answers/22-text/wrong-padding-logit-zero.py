# fails: attend: weights
# because: The scores of padding are set to 0, and e^0 = 1 still gets weight; set them to -inf before the softmax.
# batch: 2
# told: true author attend: scores of padding set to zero
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = torch.einsum("nc,nsc->ns", s, enc)
    weights = a.masked_fill(pad, 0.0).softmax(dim=1)
    context = torch.einsum("ns,nsc->nc", weights, enc)
    return context, weights
