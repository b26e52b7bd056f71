# because: every temperature below 0.01 is treated as 0 (all on the most probable token), though temperatures from 0.001 on are to be computed
# batch: 5
# told: true author temperature: small ones taken for zero
# %% solution-temperature
def with_temperature(logits, tau):
    """logits (V,), tau: a number, 0 or at least 0.001 -> the probabilities (V,)."""
    if tau < 1e-2:  # avoid dividing by (almost) zero
        probs = torch.zeros_like(logits)
        probs[logits.argmax()] = 1.0
        return probs
    return torch.softmax(logits / tau, dim=-1)
