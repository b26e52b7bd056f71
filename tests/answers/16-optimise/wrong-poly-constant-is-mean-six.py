# because: w_0 is set to the mean of y and the other powers are fitted to y - mean(y) without centring the columns of X, so the constant is not the one of the minimum (right only for degree 0)
# batch: 6
# told: true author poly: the mean for the constant
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    # the constant is not penalised -> treat it separately: it is simply the mean of y
    w0 = y.mean().reshape(1)
    if degree == 0:
        return w0
    powers = torch.arange(1, degree + 1, device=x.device)
    X = x[:, None] ** powers
    A = X.T @ X + lam * torch.eye(degree, dtype=x.dtype, device=x.device)
    b = X.T @ (y - w0)
    rest = torch.linalg.solve(A, b)
    return torch.cat([w0, rest])
