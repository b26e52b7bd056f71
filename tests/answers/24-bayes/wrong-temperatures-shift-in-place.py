# because: The largest logit of each row is subtracted in the caller's tensor; the result is right, but the logits are changed.
# batch: 3
# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    logits -= logits.max(dim=1, keepdim=True).values  # so that exp cannot overflow
    losses = []
    for T in Ts:
        z = logits / T
        logp = z - z.exp().sum(1, keepdim=True).log()
        losses.append(-logp[torch.arange(len(y)), y].mean())
    losses = torch.stack(losses)
    return Ts[int(losses.argmin())], losses
