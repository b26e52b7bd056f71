# fails: *
# because: |d| is computed as the root of d squared, whose slope at d = 0 is infinite, and torch.where passes on 0 times infinity = nan as the gradient; abs() has the slope 0 there.
# batch: 2
# told: true author smooth: a root at 0
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    sq = (p - t) ** 2
    dist = torch.sqrt(sq)
    return torch.where(dist < beta, sq / (2 * beta), dist - beta / 2)
