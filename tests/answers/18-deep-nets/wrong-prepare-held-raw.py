# fails: prepare, held out
# because: returns held-out pictures without normalising them; both kinds are normalised alike
# batch: 1
# told: true author prepare: held-out pictures as they are
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    if not training:
        return x
    return (augment(x) - mean) / std
