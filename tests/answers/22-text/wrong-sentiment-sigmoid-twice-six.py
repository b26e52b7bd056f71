# because: gives the probabilities p, not the logits z, to the loss that applies the sigmoid itself, so the sigmoid is applied twice
# batch: 6
# told: true author sentiment: the sigmoid twice
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    p = torch.sigmoid((bags * w).sum(-1) + b)
    loss = F.binary_cross_entropy_with_logits(p, y)
    return p, loss
