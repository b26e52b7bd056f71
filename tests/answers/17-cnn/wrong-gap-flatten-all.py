# fails: flatten
# because: flattens everything, the batch too, into one row
# batch: 1
# told: true author flatten: pictures too
# %% solution-gap
def flatten(x):
    return x.reshape(-1)


def gap(x):
    return x.mean((2, 3))


def gap_dx(dv, H, W):
    return (dv / (H * W))[:, :, None, None].expand(-1, -1, H, W)
