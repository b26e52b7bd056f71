# fails: attend: weights
# because: The padding's weights are set to 0 after the softmax, so the rest no longer sums to 1; the scores must be -inf before it.
# batch: 1
# told: true author attend: masked after the softmax
# %% solution-attend
def attend(s, enc, pad):
    scores = torch.einsum("nc,nsc->ns", s, enc)
    weights = scores.softmax(1).masked_fill(pad, 0.0)
    context = torch.einsum("ns,nsc->nc", weights, enc)
    return context, weights
