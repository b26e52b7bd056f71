# because: takes |d| as the square root of d^2, whose gradient at d = 0 is NaN even where the other branch is chosen
# batch: 7
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d2 = (p - t) ** 2
    dist = torch.sqrt(d2)
    return torch.where(dist < beta, d2 / (2 * beta), dist - beta / 2)
