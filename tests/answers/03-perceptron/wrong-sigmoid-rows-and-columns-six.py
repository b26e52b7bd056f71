# because: loops over rows and columns, so only a z with exactly two dimensions works (text: any shape)
# batch: 6
# told: true author sigmoid: rows and columns
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    rows, cols = z.shape
    out = torch.zeros_like(z)
    for r in range(rows):
        for c in range(cols):
            out[r, c] = 1 / (1 + torch.exp(-z[r, c]))
    return out


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    rows, cols = z.shape
    s = my_sigmoid(z)
    out = torch.zeros_like(z)
    for r in range(rows):
        for c in range(cols):
            out[r, c] = s[r, c] * (1 - s[r, c])
    return out
