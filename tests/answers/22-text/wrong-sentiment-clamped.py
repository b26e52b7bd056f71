# fails: *
# because: p is clamped away from 0 and 1 before the logarithm, so a surely wrong answer costs 13.8 at most; the loss of a large logit is about the logit itself.
# batch: 1
# told: true author sentiment: p written out, kept 1e-6 away from 0 and 1
# %% solution-sentiment
def sentiment(bags, w, b, y):
    p = 1 / (1 + torch.exp(-(bags @ w + b)))
    q = p.clamp(1e-6, 1 - 1e-6)
    loss = F.binary_cross_entropy(q, y)
    return p, loss
