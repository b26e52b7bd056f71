# because: The softmax is a quotient of exp of the logits as they are, which are infinite for large logits.
# fails: temperatures, large logits
# batch: 4
# %% solution-temperature
def temperatures(logits, y, Ts):
    losses = []
    for T in Ts:
        e = (logits / T).exp()
        losses.append(-(e[torch.arange(len(y)), y] / e.sum(1)).log().mean())
    losses = torch.stack(losses)
    return Ts[losses.argmin().item()], losses
