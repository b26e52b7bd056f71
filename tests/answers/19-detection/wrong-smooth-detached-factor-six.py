# because: writes the loss as factor * d^2 with a detached factor: the values are right, but the gradient of far elements is 2 * factor * d instead of the sign of d
# batch: 6
# told: true author smooth: a factor without history
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = p - t
    # the choice of the piece is not differentiable, so keep it out of the graph
    size = d.detach().abs()
    factor = torch.full_like(size, 0.5 / beta)
    far = size >= beta
    factor[far] = (size[far] - beta / 2) / size[far] ** 2
    return factor * d * d
