# fails: g_loss
# because: copied the discriminator's term for fakes, softplus(f), so the fakes are made to look fake
# batch: 1
# told: true author g_loss: the loss of the discriminator
# %% solution-g-loss
def g_loss(fake):
    # label "fake"
    return F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
