# fails: sure_loss
# because: The denominator has V ones instead of V - 1: the favourite is counted among the others, too.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    denominator = math.exp(a) + V
    favourite = -math.log(math.exp(a) / denominator)
    other = -math.log(1 / denominator)
    return (favourite + (V - 1) * other) / V
