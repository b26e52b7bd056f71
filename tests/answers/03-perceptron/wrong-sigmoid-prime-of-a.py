# fails: my_sigmoid_prime
# because: The student writes z(1 − z), as if the argument were already an activation; my_sigmoid_prime takes z, so σ(z) must be computed first.
# batch: 1
# told: true author sigmoid_prime: z taken for the activation
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1.0 / (1.0 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return z * (1 - z)
