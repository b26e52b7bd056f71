# fails: dead
# because: A neuron counts as dead only if it always sticks to the same side; it is dead as well if it changes between +1 and -1.
# batch: 2
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    up = (h > 0.97).all(0)
    down = (h < -0.97).all(0)
    return up | down
