# because: the probabilities are divided by tau after the softmax and normalised again, so the temperature has no effect
# batch: 5
# told: true author temperature: after the softmax
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau == 0:
        return F.one_hot(logits.argmax(), logits.shape[0]).to(logits.dtype)
    p = F.softmax(logits, dim=0) / tau
    return p / p.sum()
