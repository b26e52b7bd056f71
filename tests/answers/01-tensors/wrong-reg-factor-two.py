# fails: regression: gradient
# because: The factor 2, from the slope of the square, is missing in the gradient.
# batch: 2
# told: true author regression: the 2 forgotten
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    err = Phi @ w - t
    loss = (err**2).mean()
    grad = Phi.T @ err / len(t)
    return loss, grad
