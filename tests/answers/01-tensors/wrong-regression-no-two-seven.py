# because: forgets the factor 2 of the slope of the square in the gradient
# batch: 7
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N = len(t)
    error = Phi @ w - t
    loss = (error ** 2).mean()
    grad = Phi.T @ error / N
    return loss, grad
