# because: A neuron counts as dead only if it is always at the same end; one that jumps between +1 and -1 is dead all the same.
# fails: dead
# batch: 1
# told: true author dead: always the same side
# %% solution-dead
def dead(h):
    top = (h > 0.97).all(0)
    bottom = (h < -0.97).all(0)
    return top | bottom
