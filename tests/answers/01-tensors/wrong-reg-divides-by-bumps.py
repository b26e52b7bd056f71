# fails: regression: gradient
# because: The student divides the gradient by the number M of weights; the mean runs over the N points.
# batch: 2
# told: true author regression: divided by the number of weights
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    n = w.shape[0]
    p = Phi @ w
    loss = ((p - t) ** 2).mean()
    grad = 2 / n * (Phi.T @ (p - t))
    return loss, grad
