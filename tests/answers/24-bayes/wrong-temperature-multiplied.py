# fails: temperatures
# because: The logits are multiplied by T; they are divided by it.
# batch: 1
# told: true author temperature: multiplied
# %% solution-temperature
def temperatures(logits, y, Ts):
    losses = torch.stack([F.cross_entropy(logits * T, y) for T in Ts])
    return Ts[int(losses.argmin())], losses
