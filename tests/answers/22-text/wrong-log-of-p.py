# fails: *
# because: The loss is taken from p, and ln 0 is infinite (or NaN) for very large logits; take softplus of z.
# batch: 2
# told: true author sentiment: the logarithm of p
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    p = torch.sigmoid(bags @ w + b)
    loss = -(y * p.log() + (1 - y) * (1 - p).log()).mean()
    return p, loss
