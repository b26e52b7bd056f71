# because: my_sigmoid_prime treats its argument as the activation: z(1-z) instead of sigmoid(z)(1-sigmoid(z))
# batch: 6
# told: true author sigmoid_prime: z taken for the activation
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1 / (1 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return z * (1 - z)
