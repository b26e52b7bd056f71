# because: computes sigma first and clamps it to 1e-12 before the logarithm, so the loss of grave mistakes (|logit| above about 27.6) stops at 27.6 instead of growing
# batch: 6
# told: true author d_loss: 1e-12 against infinity
# %% solution-d-loss
def d_loss(real, fake):
    """real, fake: logits of D for real things and for fakes, any shapes -> the loss of D, a scalar ()."""
    tiny = 1e-12  # so that log never sees 0
    p_real = torch.sigmoid(real)
    p_fake = torch.sigmoid(fake)
    loss_real = -torch.log(p_real.clamp(min=tiny)).mean()
    loss_fake = -torch.log((1 - p_fake).clamp(min=tiny)).mean()
    return loss_real + loss_fake
