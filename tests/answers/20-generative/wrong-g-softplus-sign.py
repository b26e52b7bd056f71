# fails: g_loss
# because: The minus inside the softplus is forgotten, so this is the fake part of D's loss; it should be softplus(-fake).
# batch: 2
# told: true author g_loss: the loss of the discriminator
# %% solution-g-loss
def g_loss(fake):
    # want fakes to look real
    return F.softplus(fake).mean()
