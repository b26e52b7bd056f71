# fails: dead, the picture
# because: The test runs along the neurons (dim 1) and gives one bool per example; it must run over the examples, dim 0.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    saturated = torch.abs(h) > 0.97
    return saturated.all(1)
