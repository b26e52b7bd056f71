# because: all(1) asks for each example if all its neurons are saturated; dead is a neuron (a column) saturated for all examples, all(0).
# fails: dead, the picture; dead
# batch: 1
# told: true author dead: over the wrong axis
# %% solution-dead
def dead(h):
    white = h.abs() > 0.97
    return white.all(1)
