# fails: *
# because: This is the Huber loss, beta times smooth L1; the two agree only for beta = 1.
# batch: 2
# told: true author smooth: Huber's other scale
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = (p - t).abs()
    return torch.where(d < beta, 0.5 * d**2, beta * (d - 0.5 * beta))
