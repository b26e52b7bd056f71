# fails: *
# because: The mean of |h| over the examples is compared with 0.97, and then one living example among many saturated ones does not show; every single one must be above.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    return h.abs().mean(dim=0) > 0.97
