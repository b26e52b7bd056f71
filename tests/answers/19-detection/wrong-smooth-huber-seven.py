# because: writes the Huber loss (d^2/2 near, beta*(|d| - beta/2) far), which is beta times too large; right for beta = 1 only
# batch: 7
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = (p - t).abs()
    return torch.where(d < beta, 0.5 * d ** 2, beta * (d - 0.5 * beta))
