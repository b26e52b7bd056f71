# fails: *
# because: The line is drawn at a slope below 6 %, the rounded number of the table, and that is |h| > 0.9695; the line is |h| > 0.97.
# batch: 2
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    slope = 1 - h**2
    return (slope < 0.06).float().mean()
