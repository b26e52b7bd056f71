# fails: fit_poly
# because: used lam times the whole identity for D, so the constant w0 is penalised too; D must have a 0 in the upper left corner
# batch: 1
# told: true author poly: the constant penalised too
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    X = x[:, None] ** torch.arange(degree + 1, device=x.device)
    D = torch.eye(degree + 1, dtype=x.dtype, device=x.device)
    return torch.linalg.solve(X.T @ X + lam * D, X.T @ y)
