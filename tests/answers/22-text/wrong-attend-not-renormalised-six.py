# because: takes the softmax over all places and sets the padding's weights to 0 afterwards, without dividing by the rest: the weights sum to less than 1
# batch: 6
# told: true author attend: masked after the softmax
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    scores = torch.einsum("nc,nsc->ns", s, enc)
    weights = scores.softmax(dim=-1) * (~pad)
    context = torch.einsum("ns,nsc->nc", weights, enc)
    return context, weights
