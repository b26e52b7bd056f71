# because: the scores are divided by sqrt(C) as in the transformer, where the text asks for the plain dot product
# batch: 5
# told: true author attend: scaled by the root of C
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    scores = (enc @ s.unsqueeze(-1)).squeeze(-1) / math.sqrt(s.shape[-1])
    scores = scores.masked_fill(pad, float("-inf"))
    weights = scores.softmax(-1)
    context = (weights.unsqueeze(-1) * enc).sum(1)
    return context, weights
