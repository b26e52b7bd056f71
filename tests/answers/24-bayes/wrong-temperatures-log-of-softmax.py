# because: The logarithm is taken of the finished softmax, in which a probability can be 0 in float32, so a large wrong logit (or a small T) makes the loss infinite.
# batch: 3
# %% solution-temperature
def temperatures(logits, y, Ts):
    losses = torch.zeros(len(Ts), device=logits.device)
    for i, T in enumerate(Ts):
        probs = F.softmax(logits / T, dim=1)
        losses[i] = -probs.gather(1, y[:, None]).log().mean()
    best = Ts[losses.argmin().item()]
    return best, losses
