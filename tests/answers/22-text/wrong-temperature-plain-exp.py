# fails: *
# because: exp is taken of logits / tau directly; with a small temperature it overflows, and inf / inf is NaN.
# batch: 1
# told: true author temperature: overflow
# %% solution-temperature
def with_temperature(logits, tau):
    if tau == 0:
        return F.one_hot(logits.argmax(), len(logits)).to(logits.dtype)
    e = torch.exp(logits / tau)
    return e / e.sum()
