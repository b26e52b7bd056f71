# fails: *
# because: It uses the notebook's global `targets` in place of the argument t, so it is right only for the visible data.
# batch: 1
# told: true code variable of the notebook
# %% solution-regression
def regression(Phi, t, w):
    p = Phi @ w
    loss = ((p - targets) ** 2).mean()
    grad = 2 * Phi.T @ (p - targets) / p.shape[0]
    return loss, grad
