# because: builds X with torch.vander, whose columns begin with the highest power, but still takes entry (0, 0) out of D, so the highest power is exempt from the penalty and the constant is penalised (right for lam = 0, and for degree 0)
# batch: 6
# told: true author poly: D in another order than X
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    X = torch.vander(x, degree + 1)
    D = torch.eye(degree + 1, dtype=x.dtype, device=x.device)
    D[0, 0] = 0.0
    w = torch.linalg.solve(X.T @ X + lam * D, X.T @ y)
    return w.flip(0)  # vander has the highest power first
