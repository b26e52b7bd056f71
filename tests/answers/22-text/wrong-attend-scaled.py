# fails: attend: weights
# because: The scores are divided by the root of C as in the Transformer; here it is the plain dot product.
# batch: 1
# told: true author attend: scaled by the root of C
# %% solution-attend
def attend(s, enc, pad):
    a = (enc @ s.unsqueeze(-1)).squeeze(-1) / math.sqrt(s.shape[-1])
    a = a.masked_fill(pad, -math.inf)
    weights = a.softmax(-1)
    context = (weights.unsqueeze(1) @ enc).squeeze(1)
    return context, weights
