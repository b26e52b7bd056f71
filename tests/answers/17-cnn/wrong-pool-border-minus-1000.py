# because: pads with -1000, a number that seems small enough: it wins where all pixels of an edge window are below -1000
# batch: 5
# told: true author maxpool: a small number for the border
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    Hout, Wout = out_shape((H, W), (k, k), stride, pad)
    xp = F.pad(x, (pad, pad, pad, pad), value=-1000.0)
    out = x.new_empty(B, C, Hout, Wout)
    for p in range(Hout):
        for q in range(Wout):
            out[:, :, p, q] = xp[:, :, stride*p : stride*p + k, stride*q : stride*q + k].amax((2, 3))
    return out
