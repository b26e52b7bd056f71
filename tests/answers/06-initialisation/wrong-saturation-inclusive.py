# fails: *
# because: An output at exactly 0.97 is counted (>=); it must be strictly greater.
# batch: 2
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    count = (h.abs() >= 0.97).sum().item()
    return count / h.numel()
