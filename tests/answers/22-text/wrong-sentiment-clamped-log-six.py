# because: loss from p by F.binary_cross_entropy, which cuts ln p off at -100: for very large logits on the wrong side the loss stays at 100 per text, and its gradient is lost
# batch: 6
# told: true author sentiment: binary_cross_entropy of p
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = bags @ w + b
    p = torch.sigmoid(z)
    loss = F.binary_cross_entropy(p, y)
    return p, loss
