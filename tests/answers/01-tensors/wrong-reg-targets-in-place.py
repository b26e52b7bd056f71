# fails: regression: its arguments afterwards
# because: writes the errors into the caller's targets
# batch: 4
# told: true author regression: the errors written into the targets
# %% solution-regression
def regression(Phi, t, w):
    t.sub_(Phi @ w)
    loss = t.pow(2).mean()
    grad = -2 * (t @ Phi) / t.shape[0]
    return loss, grad
