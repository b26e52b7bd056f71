# fails: *
# because: The student takes the slope by a central difference with h = 1e-4, in float32, where most digits are lost to rounding; the formula σ(1 − σ) is asked for.
# batch: 1
# told: true author sigmoid_prime: by a nudge of 1e-4
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1 / (1 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    h = 1e-4
    return (my_sigmoid(z + h) - my_sigmoid(z - h)) / (2 * h)
