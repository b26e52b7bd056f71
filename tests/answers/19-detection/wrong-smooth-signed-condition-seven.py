# because: the condition compares d itself instead of |d| with beta, so far-off negative differences get the square
# batch: 7
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    d = p - t
    square = d**2 / (2 * beta)
    absolute = torch.abs(d) - beta / 2
    return torch.where(d < beta, square, absolute)
