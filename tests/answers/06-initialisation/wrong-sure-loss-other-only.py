# fails: sure_loss
# because: Only the loss of the other tokens is given; once in V the favourite is right, and then the loss is another.
# batch: 2
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    # the net is confidently wrong
    p_other = 1 / (math.exp(a) + V - 1)
    return -math.log(p_other)
