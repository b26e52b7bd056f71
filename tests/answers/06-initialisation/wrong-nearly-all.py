# because: A neuron saturated for more than nine tenths of the examples is called dead; it must be every one, a single living example is enough to learn from.
# batch: 1
# told: true author dead: more than nine tenths
# %% solution-dead
def dead(h):
    share = (h.abs() > 0.97).float().mean(0)
    return share > 0.9
