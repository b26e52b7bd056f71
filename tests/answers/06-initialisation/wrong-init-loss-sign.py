# fails: init_loss
# because: The minus sign is missing: log(1/V) is negative, the loss is -log(1/V).
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    p = 1 / V
    return math.log(p)
