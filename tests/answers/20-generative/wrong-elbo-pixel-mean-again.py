# fails: negative_elbo
# because: The first part is averaged over the pixels; it is a sum over the pixels of a picture, only the batch is averaged.
# batch: 2
# told: true author elbo: mean over the pixels
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    drawn = F.binary_cross_entropy_with_logits(logits, x, reduction="none").mean(1)
    return (drawn + kl).mean()
