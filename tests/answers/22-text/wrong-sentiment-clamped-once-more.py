# because: the loss is taken from p clamped to [1e-7, 1-1e-7], so it is at most 16.1 for a text and wrong for very large logits
# batch: 5
# told: true author sentiment: p kept 1e-7 away from 0 and 1
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = bags @ w + b
    p = torch.sigmoid(z)
    eps = 1e-7  # so that the logarithm stays finite
    safe = p.clamp(eps, 1 - eps)
    loss = -(y * safe.log() + (1 - y) * (1 - safe).log()).mean()
    return p, loss
