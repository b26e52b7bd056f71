# because: makes the predictions a column (N, 1) and subtracts the row t: errors of all pairs (N, N), so the loss and the gradient (averaged over the pairs) are those of all pairs
# batch: 6
# told: true author regression: a column, in the gradient too
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    p = Phi @ w.reshape(-1, 1)
    error = p - t
    loss = torch.mean(error ** 2)
    # every bump hears the errors; the mean over the points does the 1/N
    grad = 2 * (Phi.T @ error).mean(1) / len(t)
    return loss, grad
