# fails: my_sigmoid_prime, far out
# because: The student differentiates to e^−z/(1 + e^−z)² and computes it like that: at z = −100 it is inf/inf = nan; σ(1 − σ) is the same and survives.
# batch: 1
# told: true author sigmoid_prime: quotient rule, overflowing
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return torch.reciprocal(1 + (-z).exp())


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    # chain rule: -(1+e^-z)^-2 * (-e^-z)
    ez = (-z).exp()
    return ez / (1 + ez) ** 2
