# fails: fit_poly
# because: The powers go from the highest to the lowest (as in numpy's polyfit), the lowest power has to come first.
# batch: 2
# told: true author poly: highest power first
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    powers = torch.arange(degree, -1, -1, device=x.device)
    X = x.unsqueeze(1) ** powers
    d = torch.ones(degree + 1, dtype=x.dtype, device=x.device)
    d[-1] = 0
    return torch.linalg.solve(X.T @ X + lam * torch.diag(d), X.T @ y)
