# fails: *
# because: The row times the column gives a matrix of shape (1, 1); the cost should have the shape (), without any dimension.
# batch: 1
# told: true author cost: a row times a column
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    d = a - y
    return (d.T @ d) / 2
