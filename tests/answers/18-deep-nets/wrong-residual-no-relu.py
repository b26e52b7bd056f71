# fails: residual
# because: forgets the last ReLU
# batch: 1
# told: true author residual: no ReLU at the end
# %% solution-residual
def residual(x, f, shortcut=None):
    out = f(x)
    if shortcut is not None:
        x = shortcut(x)
    return x + out
