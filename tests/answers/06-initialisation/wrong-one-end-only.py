# because: Only outputs near +1 are counted, |h| was forgotten; -0.99 is saturated as well.
# fails: saturation
# batch: 1
# told: true author saturation: one side only
# %% solution-saturation
def saturation(h):
    return (h > 0.97).float().mean()
