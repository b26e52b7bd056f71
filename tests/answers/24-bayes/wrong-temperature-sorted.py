# fails: temperatures
# because: The temperatures are sorted first, so the losses no longer stand in the order of the list that was given.
# batch: 1
# told: true author temperature: sorted first
# %% solution-temperature
def temperatures(logits, y, Ts):
    Ts = sorted(Ts)
    logp = [torch.log_softmax(logits / T, 1) for T in Ts]
    rows = torch.arange(len(y), device=y.device)
    losses = torch.stack([-lp[rows, y].mean() for lp in logp])
    return Ts[losses.argmin()], losses
