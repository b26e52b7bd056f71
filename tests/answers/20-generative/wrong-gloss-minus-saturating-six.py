# because: the saturating loss of the theory, log(1 - sigma(f)) = -softplus(f), instead of -log sigma(f)
# batch: 6
# told: true author g_loss: saturating
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    d_on_fakes = F.softplus(fake).mean()   # what D pays for the fakes
    return -d_on_fakes                     # G wants the opposite
