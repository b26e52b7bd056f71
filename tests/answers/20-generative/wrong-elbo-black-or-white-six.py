# because: rounds the grey levels to black or white at 0.5 and takes the cross-entropy of the right class only
# batch: 6
# told: true author elbo: black and white only
# %% solution-elbo
def negative_elbo(x, logits, kl):
    """x (B, D) grey levels 0 to 1, logits (B, D) of the decoder, kl (B,) -> the loss, a scalar ()."""
    # drawn: (B,), how badly each picture is drawn again
    black = x > 0.5
    pixel = torch.where(black, F.softplus(-logits), F.softplus(logits))
    drawn = pixel.sum(1)
    return (drawn + kl).mean()
