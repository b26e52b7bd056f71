# fails: regression: gradient
# because: The gradient is the sum over the points without the division by N that the mean in the loss brings.
# batch: 1
# told: true author regression: the gradient summed
# %% solution-regression
def regression(Phi, t, w):
    e = Phi @ w - t
    loss = (e * e).mean()
    grad = 2 * torch.einsum("nm,n->m", Phi, e)
    return loss, grad
