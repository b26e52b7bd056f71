# because: divides the gradient by the number of bumps M (Phi.shape[1]) instead of the number of points N; the loss is right
# batch: 6
# told: true author regression: divided by the number of weights
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N = Phi.shape[1]
    residual = torch.mv(Phi, w) - t
    loss = residual.pow(2).mean()
    grad = 2 / N * torch.mv(Phi.t(), residual)
    return loss, grad
