# fails: *
# because: adds with += onto x, so without a shortcut the caller's x is changed
# batch: 1
# told: true author residual: added into the skip connection
# %% solution-residual
def residual(x, f, shortcut=None):
    fx = f(x)
    skip = x if shortcut is None else shortcut(x)
    skip += fx
    return skip.clamp(min=0)
