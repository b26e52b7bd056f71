# because: joins reals and fakes into one batch and takes twice the mean over all N+M logits, so the two groups weigh N:M; right only for N == M
# batch: 6
# told: true author d_loss: twice the mean of all
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    logits = torch.cat([real.reshape(-1), fake.reshape(-1)])
    labels = torch.cat([torch.ones_like(real.reshape(-1)), torch.zeros_like(fake.reshape(-1))])
    # two groups, each with its own mean, so twice the mean
    return 2 * F.binary_cross_entropy_with_logits(logits, labels)
