# because: takes the slope from torch.autograd (off limits), which moreover gives nan at z = -100 (0 times inf)
# batch: 6
# %% solution-sigmoid
def my_sigmoid(z):
    """z of any shape -> σ(z), same shape."""
    return 1 / (1 + torch.exp(-z))


def my_sigmoid_prime(z):
    """z of any shape -> σ'(z), the slope of the sigmoid at z, same shape."""
    z = z.detach().clone().requires_grad_()
    total = my_sigmoid(z).sum()
    (slope,) = torch.autograd.grad(total, z)
    return slope
