# because: adds kl to each pixel before summing over the pixels, so the KL counts D times
# batch: 6
# told: true author elbo: the KL at every pixel
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    bce = F.binary_cross_entropy_with_logits(logits, x, reduction="none")
    both = bce + kl.unsqueeze(1)
    return both.sum(dim=1).mean(dim=0)
