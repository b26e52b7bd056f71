# fails: *
# because: takes -100 for the border as a number that seems small enough; pixels may be smaller, only -inf never wins
# batch: 1
# told: true author maxpool: a small number for the border
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad), value=-100.0)
    Ho = (xp.shape[2] - k) // stride + 1
    Wo = (xp.shape[3] - k) // stride + 1
    out = x.new_zeros(x.shape[0], x.shape[1], Ho, Wo)
    for p in range(Ho):
        for q in range(Wo):
            out[:, :, p, q] = xp[:, :, p*stride:p*stride+k, q*stride:q*stride+k].amax((2, 3))
    return out
