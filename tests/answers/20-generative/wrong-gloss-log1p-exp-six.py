# because: writes log(1 + exp(-s)) out literally, which overflows to inf for logits below about -710
# batch: 6
# told: true author g_loss: sigmoid first
# %% solution-g-loss
def g_loss(fake):
    """fake: logits of D for fakes, any shape -> the loss of G, a scalar (); the one that does not saturate."""
    # -log sigma(s) = log(1 + e^-s), without a sigma
    return torch.log1p(torch.exp(-fake)).mean()
