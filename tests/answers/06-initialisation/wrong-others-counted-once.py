# because: The V - 1 other tokens are counted as if they were one: their loss has the weight 1/V in place of (V - 1)/V.
# fails: sure_loss; sure_loss, not this one
# batch: 1
# told: true author sure: the others count as one
# %% solution-sure-loss
def sure_loss(V, a):
    bottom = math.exp(a) + V - 1
    p1 = math.exp(a) / bottom
    p2 = 1 / bottom
    return (-math.log(p1) - math.log(p2)) / V
