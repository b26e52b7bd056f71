# fails: saturation
# because: Only outputs near +1 are counted; those near -1 are saturated as well, so the absolute value is needed.
# batch: 2
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    return (h > 0.97).float().mean().item()
