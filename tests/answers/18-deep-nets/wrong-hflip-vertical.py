# fails: hflip
# because: flips the rows (upside down); left and right are the columns, the last axis
# batch: 1
# told: true author hflip: upside down
# %% solution-hflip
def hflip(x, which):
    out = x.clone()
    out[which] = x[which].flip(2)
    return out
