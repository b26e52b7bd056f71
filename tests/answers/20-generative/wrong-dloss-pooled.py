# fails: d_loss
# because: puts real ones and fakes into one tensor and takes one mean over all (as with labels in one batch); each group has a mean of its own
# batch: 1
# told: true author d_loss: twice the mean of all
# %% solution-d-loss
def d_loss(real, fake):
    s = torch.cat([real.flatten(), fake.flatten()])
    labels = torch.cat([torch.ones_like(real).flatten(), torch.zeros_like(fake).flatten()])
    return 2 * F.binary_cross_entropy_with_logits(s, labels)
