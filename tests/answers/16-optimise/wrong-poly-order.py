# fails: fit_poly
# because: built the matrix with the highest power first as numpy's polyfit does (and lets the last one go free); the text wants the coefficient of the lowest power first
# batch: 1
# told: true author poly: highest power first
# %% solution-poly
def fit_poly(x, y, degree, lam):
    # vandermonde like in numpy
    X = torch.stack([x ** k for k in range(degree, -1, -1)], dim=1)
    D = torch.eye(degree + 1).to(x)
    D[-1, -1] = 0
    return torch.linalg.solve(X.T @ X + lam * D, X.T @ y)
