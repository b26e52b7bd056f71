# fails: maxpool: windows that overlap
# because: pads with zeros, so the border wins where all pixels are negative; it has to be minus infinity
# batch: 1
# told: true author maxpool: border of zeros
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    return xp.unfold(2, k, stride).unfold(3, k, stride).amax((-1, -2))
