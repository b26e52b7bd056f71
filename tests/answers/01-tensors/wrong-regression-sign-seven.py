# because: uses the error t - p in the gradient, so its sign is turned
# batch: 7
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    residual = t - Phi @ w
    loss = residual.pow(2).mean()
    grad = 2 * residual @ Phi / len(residual)
    return loss, grad
