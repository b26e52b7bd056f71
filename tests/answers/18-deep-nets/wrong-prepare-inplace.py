# fails: *
# because: subtracts and divides in place, so held-out pictures are changed for the caller
# batch: 1
# told: true author prepare: in place
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    if training:
        x = augment(x)
    x -= mean
    x /= std
    return x
