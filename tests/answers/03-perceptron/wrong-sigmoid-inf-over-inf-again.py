# fails: my_sigmoid, far out
# because: The sigmoid is written as e^z / (1 + e^z), which is inf/inf = nan at z = 100; 1/(1+e^-z) survives.
# batch: 2
# told: true author sigmoid: infinity over infinity, the slope apart
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.exp(z) / (1 + torch.exp(z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    s = 1 / (1 + torch.exp(-z))
    return s * (1 - s)
