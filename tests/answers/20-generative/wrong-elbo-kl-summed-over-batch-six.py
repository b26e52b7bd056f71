# because: takes the mean over the batch for the drawing part only and adds the sum of all kl, so the KL weighs B times too much
# batch: 6
# told: true author elbo: KL summed, drawing averaged
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    drawn = (x * F.softplus(-logits) + (1 - x) * F.softplus(logits)).sum(dim=-1)
    reconstruction = drawn.mean()
    divergence = kl.sum()
    return reconstruction + divergence
