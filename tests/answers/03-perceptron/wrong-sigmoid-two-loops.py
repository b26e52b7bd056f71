# fails: *
# because: The student loops over rows and columns, which works for matrices only; "z of any shape" also means vectors, single numbers or three dimensions.
# batch: 1
# told: true author sigmoid: two loops
# %% solution-sigmoid
import math


def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    out = torch.zeros_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            out[i, j] = 1 / (1 + math.exp(-z[i, j].item()))
    return out


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    s = my_sigmoid(z)
    return s * (1 - s)
