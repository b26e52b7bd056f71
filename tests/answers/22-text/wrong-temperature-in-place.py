# fails: with_temperature: the logits are left alone
# because: the logits are divided in place
# batch: 4
# told: true author temperature: divided in place
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau == 0:
        return F.one_hot(logits.argmax(), len(logits)).to(logits.dtype)
    logits /= tau
    return F.softmax(logits, dim=0)
