# fails: g_loss
# because: returns the saturating loss, the mean of log(1 - sigma), the one the text warns of
# batch: 1
# told: true author g_loss: saturating
# %% solution-g-loss
def g_loss(fake):
    return -F.softplus(fake).mean()
