# because: uses the other convention of the literature, 1/(2N) times the sum of squares, so that the 2 cancels: both loss and gradient are half of what is asked
# batch: 6
# told: true author regression: half the loss
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N = t.shape[0]
    e = Phi @ w - t
    loss = (e @ e) / (2 * N)
    grad = (Phi.T @ e) / N
    return loss, grad
