# because: divides the logits in place: the temperatures multiply up from one to the next (and the caller's logits change)
# batch: 5
# told: vague numeric few wrong
# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    losses = []
    for T in Ts:
        logits /= T
        losses.append(F.cross_entropy(logits, y))
    losses = torch.stack(losses)
    return Ts[losses.argmin().item()], losses
