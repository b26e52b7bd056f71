# fails: *
# because: The student averages over the first axis only, so logits of shape (B, 1) do not give a scalar; the mean runs over all logits.
# batch: 2
# told: true author d_loss: mean over the first axis
# %% solution-d-loss
def d_loss(real, fake):
    r = F.softplus(-real).mean(dim=0)
    f = F.softplus(fake).mean(dim=0)
    return r + f
