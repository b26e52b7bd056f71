# fails: my_sigmoid_prime
# because: sigma' is computed as z (1 - z), as if z were already the activation; it takes the sum before the threshold, so sigma(z) must be computed first.
# batch: 2
# told: true author sigmoid_prime: z taken for the activation
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1 / (1 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return z * (1 - z)
