# fails: my_sigmoid_prime, far out
# because: The slope is e^-z / (1+e^-z)^2, and at z = -100 that is inf/inf = nan; sigma(z)(1 - sigma(z)) survives.
# batch: 2
# told: true author sigmoid_prime: quotient rule, overflowing
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1.0 / (1.0 + (-z).exp())


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    e = (-z).exp()
    return e / (1 + e) ** 2
