# because: takes z for the activation: z (1 - z) where the slope is sigma(z) (1 - sigma(z))
# fails: *
# batch: 0
# told: true author sigmoid_prime: z taken for the activation
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1 / (1 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    return z * (1 - z)
