# fails: temperatures
# because: The place of the best temperature in the list is returned; asked is the temperature itself.
# batch: 2
# told: none
# %% solution-temperature
def temperatures(logits, y, Ts):
    rows = []
    for T in Ts:
        lp = torch.log_softmax(logits / T, dim=1)
        rows.append(-lp[torch.arange(len(y), device=y.device), y].mean())
    losses = torch.stack(rows)
    return float(losses.argmin()), losses
