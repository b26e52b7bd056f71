# fails: d_loss, sure of itself
# because: The student computes sigma first and then its logarithm, which gives log 0 for large logits; take softplus of the logits.
# batch: 2
# told: true author d_loss: sigmoid first
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    p_real = torch.sigmoid(real)
    p_fake = torch.sigmoid(fake)
    return -p_real.log().mean() - (1 - p_fake).log().mean()
