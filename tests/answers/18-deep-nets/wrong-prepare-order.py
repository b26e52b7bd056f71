# fails: prepare, in training
# because: normalises first and augments afterwards; augment comes first
# batch: 1
# told: true author prepare: normalised first
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    x = (x - mean) / std
    return augment(x) if training else x
