# fails: init_loss
# because: The log is multiplied by the probability 1/V once more, as in one term of an entropy; the loss of an example is -ln p of the right token, without a weight.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    p = 1 / V
    return -p * math.log(p)
