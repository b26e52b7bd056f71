# fails: sure_loss
# because: The probabilities are averaged first and the log is taken of their mean (that is always ln V); the mean of the losses was asked for.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    total = math.exp(a) + V - 1
    p_fav = math.exp(a) / total
    p_other = 1 / total
    mean_p = (p_fav + (V - 1) * p_other) / V
    return -math.log(mean_p)
