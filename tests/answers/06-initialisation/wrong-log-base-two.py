# because: The loss is taken with the logarithm to base 2, in bits; the cross-entropy uses the natural logarithm.
# fails: init_loss; init_loss, a coin
# batch: 1
# told: true author start: bits
# %% solution-init-loss
def init_loss(V):
    return math.log2(V)
