# fails: *
# because: writes the mirrored pictures back into the caller's x
# batch: 1
# told: true author hflip: in place
# %% solution-hflip
def hflip(x, which):
    x[which] = x[which].flip(-1)
    return x
