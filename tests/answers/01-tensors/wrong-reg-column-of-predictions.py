# fails: regression: loss
# because: The student made a column of the predictions, which meets the row of targets as a table (N, N), so the loss averages over all pairs; both must be rows.
# batch: 2
# told: true author regression: a column of predictions
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    p = Phi @ w[:, None]  # networks give a column
    loss = ((p - t) ** 2).mean()
    grad = 2 / len(t) * (Phi.T @ (p[:, 0] - t))
    return loss, grad
