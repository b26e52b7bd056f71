# fails: sentiment: loss
# because: The signs in the two softplus are swapped, so positive texts are punished for a high z; -ln sigma(z) is softplus(-z).
# batch: 2
# told: true author sentiment: labels exchanged
# %% solution-sentiment
def sentiment(bags, w, b, y):
    z = bags @ w + b
    p = z.sigmoid()
    loss = (y * F.softplus(z) + (1 - y) * F.softplus(-z)).mean()
    return p, loss
