# because: sets the padded encoder states to 0 instead of their scores to -inf: their dot product is 0, so after the softmax padding still has the weight e^0 / sum
# batch: 6
# told: true author attend: states of padding set to zero
# %% solution-attend
def attend(s, enc, pad):
    """s (N, C), enc (N, S, C), pad (N, S) bool -> context (N, C) and weights (N, S)."""
    enc = enc.masked_fill(pad.unsqueeze(2), 0.0)
    a = torch.bmm(enc, s.unsqueeze(2)).squeeze(2)
    weights = a.softmax(1)
    context = torch.bmm(weights.unsqueeze(1), enc).squeeze(1)
    return context, weights
