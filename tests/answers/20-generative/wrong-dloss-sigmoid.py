# fails: d_loss, sure of itself
# because: computes the sigmoid first and then its logarithm, which is infinite for sure logits
# batch: 1
# told: true author d_loss: sigmoid first
# %% solution-d-loss
def d_loss(real, fake):
    pr = torch.sigmoid(real)
    pf = torch.sigmoid(fake)
    return -torch.log(pr).mean() - torch.log(1 - pf).mean()
