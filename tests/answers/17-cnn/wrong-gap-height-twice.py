# fails: gap
# because: divides by the height times the height
# batch: 4
# told: true author gap: the height twice
# %% solution-gap
def flatten(x):
    return x.reshape(x.shape[0], -1)


def gap(x):
    return x.sum((2, 3)) / x.shape[2] ** 2


def gap_dx(dv, H, W):
    return (dv / (H * W))[:, :, None, None].repeat(1, 1, H, W)
