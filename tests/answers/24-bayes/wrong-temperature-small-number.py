# because: adds 1e-8 to the probabilities before the logarithm: finite, but large losses are cut off at 18.4
# batch: 5
# told: none
# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    losses = torch.zeros(len(Ts), device=logits.device)
    rows = torch.arange(len(y), device=y.device)
    for k, T in enumerate(Ts):
        probs = torch.softmax(logits / T, dim=1)
        losses[k] = -torch.log(probs[rows, y] + 1e-8).mean()  # + 1e-8 against log(0)
    best = Ts[int(torch.argmin(losses))]
    return best, losses
