# fails: maxpool: all negative
# because: -1e30 for the border as a number that seems small enough
# batch: 4
# told: true author maxpool: a small number for the border
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad), value=-1e30)
    return xp.unfold(2, k, stride).unfold(3, k, stride).amax((-2, -1))
