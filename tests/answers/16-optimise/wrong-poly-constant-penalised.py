# fails: fit_poly
# because: The student penalises all coefficients, the constant w0 too; D has a 0 in its upper left corner.
# batch: 2
# told: true author poly: the constant penalised too
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    X = x[:, None] ** torch.arange(degree + 1, device=x.device)
    A = X.T @ X + lam * torch.eye(degree + 1, dtype=x.dtype, device=x.device)
    return torch.linalg.solve(A, X.T @ y)
