# fails: *
# because: squeezes all axes of size 1 after the mean, so a batch of one loses its batch axis
# batch: 1
# told: true author gap: squeezed as well
# %% solution-gap
def flatten(x):
    return x.flatten(1)


def gap(x):
    return x.mean((2, 3), keepdim=True).squeeze()


def gap_dx(dv, H, W):
    return dv[..., None, None].expand(*dv.shape, H, W) / (H * W)
