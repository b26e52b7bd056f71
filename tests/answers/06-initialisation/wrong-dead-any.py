# fails: dead
# because: A neuron that is saturated for any example is called dead; it must be saturated for all of them.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    return (h.abs() > 0.97).any(dim=0)
