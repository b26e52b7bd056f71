# fails: *
# because: subtracts and divides in place, so held-out pictures are changed for the caller
# batch: 1
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    if training:
        x = augment(x)
    x -= mean
    x /= std
    return x
