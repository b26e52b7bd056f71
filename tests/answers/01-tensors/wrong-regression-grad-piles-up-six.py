# because: calls requires_grad_() on the caller's own w and reads w.grad after backward() without zeroing it: the caller's w is changed, and a second call with the same w returns the sum of both gradients
# batch: 6
# told: true author regression: gradients pile up
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    w.requires_grad_()
    loss = ((Phi @ w - t) ** 2).mean()
    loss.backward()          # torch does the slopes for us
    loss = loss.detach()
    grad = w.grad
    return loss, grad
