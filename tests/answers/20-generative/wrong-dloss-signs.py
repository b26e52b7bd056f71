# fails: d_loss
# because: has the signs in both softplus terms the wrong way round, so real ones are called fake and fakes real
# batch: 1
# told: true author d_loss: labels exchanged
# %% solution-d-loss
def d_loss(real, fake):
    return F.softplus(real).mean() + F.softplus(-fake).mean()
