# fails: dead, h afterwards
# because: The negative outputs are turned positive in the caller's h; it must stay as it is.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    h[h < 0] *= -1
    return (h > 0.97).all(dim=0)
