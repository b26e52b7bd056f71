# fails: temperatures
# because: The logits are multiplied by T; they are divided by it.
# batch: 2
# told: true author temperature: multiplied
# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    losses = torch.stack([F.cross_entropy(logits * T, y) for T in Ts])
    return Ts[int(losses.argmin())], losses
