# because: The minus sign in front of the logarithm is missing, so the loss is negative; it is -ln(1/V) = ln V.
# fails: init_loss; init_loss, a coin
# batch: 1
# told: true author start: negative
# %% solution-init-loss
def init_loss(V):
    p = 1 / V
    loss = math.log(p)
    return loss
