# fails: saturation
# because: The number of saturated outputs is divided by the number n of examples only; it is a share of all n·H outputs.
# batch: 2
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    n = 0
    for row in h:
        for value in row:
            if abs(value) > 0.97:
                n += 1
    return n / len(h)
