# because: uses the label 0 (fake) as in D's own second term, so the loss is mean softplus(f) and G would learn to be recognised as a forger
# batch: 6
# told: true author g_loss: the loss of the discriminator
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    target = torch.zeros_like(fake)  # they are fakes
    return F.binary_cross_entropy_with_logits(fake, target)
