# fails: my_sigmoid
# because: For safety the absolute value of z is used, but the case z < 0 is never turned back to 1 - sigma(|z|), so negative z give values above one half.
# batch: 2
# told: true author sigmoid: of the size of z
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    e = torch.exp(-z.abs())  # never overflows
    return 1 / (1 + e)


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    e = torch.exp(-z.abs())
    return e / (1 + e) ** 2
