# fails: *
# because: flattens with view, which fails for a picture that is a permuted view of another tensor; reshape or flatten copy if they must
# batch: 1
# told: true author flatten: view of a view
# %% solution-gap
def flatten(x):
    B, C, H, W = x.shape
    return x.view(B, C * H * W)


def gap(x):
    return x.mean(dim=(-2, -1))


def gap_dx(dv, H, W):
    return dv[:, :, None, None].repeat(1, 1, H, W) / (H * W)
