# fails: negative_elbo, its gradient
# because: no gradient goes back into the KL
# batch: 4
# told: true author elbo: the KL without history
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction='none').sum(1)
    return (drawn + kl.detach()).mean()
