# fails: *
# because: The loss is computed from p: for very large logits p is exactly 0 or 1 and 0 * log 0 is NaN or infinite. It should come from z by softplus.
# batch: 1
# told: true author sentiment: the logarithm of p
# %% solution-sentiment
def sentiment(bags, w, b, y):
    z = bags @ w + b
    p = torch.sigmoid(z)
    loss = -(y * p.log() + (1 - y) * (1 - p).log()).mean()
    return p, loss
