# fails: init_loss
# because: The logarithm to base 2 was taken (the loss in bits); it is the natural one.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    return -math.log2(1 / V)
