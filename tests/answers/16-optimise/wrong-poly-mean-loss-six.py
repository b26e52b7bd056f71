# because: takes the loss as the mean instead of the sum of the squared errors, so the penalty in the linear system is N times too strong
# batch: 6
# told: true author poly: the penalty on a mean
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    n = x.shape[0]
    exponents = torch.arange(degree + 1, dtype=x.dtype, device=x.device).unsqueeze(0)
    X = x.unsqueeze(1).pow(exponents)
    diag = torch.ones(degree + 1, dtype=x.dtype, device=x.device)
    diag[0] = 0
    gram = torch.mm(X.t(), X) / n            # mean squared error
    rhs = torch.mv(X.t(), y) / n
    return torch.linalg.solve(gram + lam * torch.diag(diag), rhs)
