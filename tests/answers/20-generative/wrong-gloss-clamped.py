# fails: g_loss, sure of itself
# because: computes sigma first and adds a small number within the logarithm; for a sure D the loss is capped and the gradient is gone
# batch: 1
# told: true author g_loss: 1e-12 against infinity
# %% solution-g-loss
def g_loss(fake):
    p = 1 / (1 + torch.exp(-fake))
    return -(p + 1e-12).log().mean()
