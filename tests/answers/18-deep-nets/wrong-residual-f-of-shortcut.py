# fails: residual, with a shortcut
# because: replaces x by shortcut(x) before f sees it; f gets the block's input itself
# batch: 1
# told: true author residual: f of the shortcut
# %% solution-residual
def residual(x, f, shortcut=None):
    if shortcut is not None:
        x = shortcut(x)
    return F.relu(x + f(x))
