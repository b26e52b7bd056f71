# fails: g_loss, sure of itself
# because: The student divides the sum by len(fake), the size of the first axis; with more axes the number of logits is fake.numel().
# batch: 2
# told: true author g_loss: divided by the first axis
# %% solution-g-loss
def g_loss(fake):
    total = F.softplus(-fake).sum()
    return total / len(fake)
