# because: takes the absolute value as the square root of d^2: its gradient at d = 0 is infinite, and NaN comes through torch.where
# batch: 6
# told: true author smooth: a root at 0
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    squared = (p - t) ** 2
    absolute = squared.sqrt()
    return torch.where(absolute < beta, squared / (2 * beta), absolute - beta / 2)
