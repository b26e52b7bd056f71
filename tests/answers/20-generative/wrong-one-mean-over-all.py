# fails: d_loss
# because: The student joins reals and fakes and takes one mean; it should be the sum of two means, one for each group.
# batch: 2
# told: true author d_loss: the mean of all
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    everything = torch.cat([F.softplus(-real).flatten(), F.softplus(fake).flatten()])
    return everything.mean()
