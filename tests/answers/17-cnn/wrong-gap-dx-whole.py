# fails: gap_dx
# because: passes the whole gradient to each place; each had a share of 1/(HW) in the mean
# batch: 1
# told: true author gap back: not divided
# %% solution-gap
def flatten(x):
    return x.reshape(len(x), -1)


def gap(x):
    return x.sum((2, 3)) / (x.shape[2] * x.shape[3])


def gap_dx(dv, H, W):
    return dv[:, :, None, None].expand(-1, -1, H, W).clone()
