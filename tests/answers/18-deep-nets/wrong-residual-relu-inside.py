# fails: residual
# because: applies the ReLU to f(x) and adds x afterwards; the addition comes before the last ReLU
# batch: 1
# told: true author residual: added after the ReLU
# %% solution-residual
def residual(x, f, shortcut=None):
    skip = x if shortcut is None else shortcut(x)
    return skip + F.relu(f(x))
