# fails: sentiment: p, large logits
# because: the sigmoid as a quotient of exponentials: NaN for large logits
# batch: 4
# told: true author sentiment: the sigmoid written out
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = bags @ w + b
    p = z.exp() / (1 + z.exp())
    loss = (y * F.softplus(-z) + (1 - y) * F.softplus(z)).mean()
    return p, loss
