# fails: hflip
# because: mirrors all pictures as soon as one is chosen and never looks which
# batch: 1
# told: true author hflip: all of them
# %% solution-hflip
def hflip(x, which):
    if which.any():
        return x.flip(-1)
    return x.clone()
