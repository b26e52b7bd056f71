# fails: *
# because: takes the mean over the last axis only; logits may have any shape and the loss is one number
# batch: 1
# told: true author d_loss: mean over the last axis
# %% solution-d-loss
def d_loss(real, fake):
    return F.softplus(-real).mean(-1) + F.softplus(fake).mean(-1)
