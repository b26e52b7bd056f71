# fails: g_loss
# because: The student minimises log(1 - sigma(f)), the saturating loss; asked is -log sigma(f).
# batch: 2
# told: true author g_loss: saturating
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    return -F.softplus(fake).mean()
