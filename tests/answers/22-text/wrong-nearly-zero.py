# fails: with_temperature, zero
# because: Temperature 0 is replaced by a small number, which shares the probability between nearly equal logits; all of it goes to the largest.
# batch: 2
# told: true author temperature: 0.001 for zero
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    tau = max(tau, 1e-6)
    return torch.softmax(logits / tau, dim=-1)
