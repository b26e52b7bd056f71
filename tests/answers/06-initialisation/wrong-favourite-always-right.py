# because: Only the loss of the favourite is returned, as if it were always right; it is right in one example out of V, in the others the loss is -ln p_other.
# fails: sure_loss; sure_loss, not this one
# batch: 1
# told: true author sure: always right
# %% solution-sure-loss
def sure_loss(V, a):
    p_fav = math.exp(a) / (math.exp(a) + V - 1)
    return -math.log(p_fav)
