# fails: sure_loss
# because: The losses are weighted with the net's own probabilities; what counts is how often a token is right in the data, 1/V each.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    p = torch.softmax(torch.tensor([a] + [0.0] * (V - 1), dtype=torch.float64), 0)
    return -(p * p.log()).sum().item()
