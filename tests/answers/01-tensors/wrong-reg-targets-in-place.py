# fails: regression: its arguments afterwards
# because: writes the errors into the caller's targets
# batch: 4
# told: vague author fit_sine: half trained
# %% solution-regression
def regression(Phi, t, w):
    t.sub_(Phi @ w)
    loss = t.pow(2).mean()
    grad = -2 * (t @ Phi) / t.shape[0]
    return loss, grad
