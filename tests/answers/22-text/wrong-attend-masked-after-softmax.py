# because: the padding is set to 0 after the softmax without dividing again, so the weights of a padded text do not sum to 1
# batch: 5
# told: true author attend: masked after the softmax
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    a = torch.einsum("nc,nsc->ns", s, enc)
    weights = torch.softmax(a, dim=1)
    weights = weights.masked_fill(pad, 0.0)
    context = torch.einsum("ns,nsc->nc", weights, enc)
    return context, weights
