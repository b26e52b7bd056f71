# because: computes exp(logits / tau) / sum without subtracting the largest first: with a small tau (0.001) exp is inf and the result NaN
# batch: 6
# told: true author temperature: overflow
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau == 0:
        probs = torch.zeros_like(logits)
        probs[logits.argmax()] = 1.0
        return probs
    e = (logits / tau).exp()
    return e / e.sum()
