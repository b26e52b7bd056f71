# fails: d_loss
# because: The student gives real ones the label 0 and fakes the label 1; it has to be the other way round.
# batch: 2
# told: true author d_loss: labels exchanged
# %% solution-d-loss
def d_loss(real, fake):
    a = F.binary_cross_entropy_with_logits(real, torch.zeros_like(real))
    b = F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
    return a + b
