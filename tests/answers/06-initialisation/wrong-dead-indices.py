# fails: dead
# because: The numbers of the dead neurons are returned instead of one bool per neuron.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    mask = (h.abs() > 0.97).sum(0) == h.shape[0]
    return mask.nonzero().flatten()
