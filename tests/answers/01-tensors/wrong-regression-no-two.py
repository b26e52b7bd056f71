# fails: regression: gradient
# because: The 2 from the slope of the square is missing in the gradient.
# batch: 1
# told: true author regression: the 2 forgotten
# %% solution-regression
def regression(Phi, t, w):
    p = Phi @ w
    e = p - t
    loss = (e ** 2).mean()
    grad = Phi.T @ e / len(t)
    return loss, grad
