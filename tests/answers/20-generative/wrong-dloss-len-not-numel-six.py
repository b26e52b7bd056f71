# because: divides the sums by len(), the size of the first dimension only; right for 1-D logits, wrong for logits of shape (N, K) with K > 1
# batch: 6
# told: true author d_loss: divided by the first axis
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    N, M = len(real), len(fake)
    L_real = F.softplus(-real).sum() / N
    L_fake = F.softplus(fake).sum() / M
    return L_real + L_fake
