# fails: sure_loss
# because: The two losses are averaged half and half; the favourite is right once in V, the others V - 1 times in V.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    e = math.exp(a)
    loss_fav = -math.log(e / (e + V - 1))
    loss_oth = -math.log(1 / (e + V - 1))
    return (loss_fav + loss_oth) / 2
