# fails: attend: weights
# because: The scores are divided by sqrt(C) as in the Transformer; here it is the plain dot product.
# batch: 2
# told: true author attend: scaled by the root of C
# %% solution-attend
def attend(s, enc, pad):
    scores = (enc @ s[:, :, None]).squeeze(2) / math.sqrt(s.shape[1])
    scores = scores.masked_fill(pad, float("-inf"))
    weights = torch.softmax(scores, -1)
    context = (weights[:, None] @ enc).squeeze(1)
    return context, weights
