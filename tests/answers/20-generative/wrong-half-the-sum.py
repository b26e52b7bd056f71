# fails: d_loss
# because: The student halves the loss as many GAN tutorials do; the text says it is the sum of the two means.
# batch: 2
# told: true author d_loss: halved
# %% solution-d-loss
def d_loss(real, fake):
    loss_real = F.softplus(-real).mean()
    loss_fake = F.softplus(fake).mean()
    return (loss_real + loss_fake) / 2
