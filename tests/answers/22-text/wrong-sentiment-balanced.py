# because: the losses of the positive and of the negative texts are averaged separately and then added, instead of one mean over all N texts
# batch: 5
# told: true author sentiment: a mean for each label
# %% solution-sentiment
def sentiment(bags, w, b, y):
    """bags (N, C), w (C,), b (), y (N,) of 0.0 and 1.0 -> probabilities of "positive" (N,), and the loss ()."""
    z = (bags * w).sum(-1) + b
    p = torch.sigmoid(z)
    loss_pos = (y * F.softplus(-z)).sum() / y.sum().clamp(min=1)
    loss_neg = ((1 - y) * F.softplus(z)).sum() / (1 - y).sum().clamp(min=1)
    loss = loss_pos + loss_neg
    return p, loss
