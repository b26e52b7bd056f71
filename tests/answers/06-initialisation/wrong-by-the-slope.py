# because: The line is drawn at the rounded slope of the table, 1 - h² < 0.06, which is |h| > 0.96954; asked for is |h| > 0.97.
# batch: 1
# told: true author saturation: by the rounded slope
# %% solution-saturation
def saturation(h):
    slope = 1 - h ** 2
    flat = slope < 0.06
    return flat.sum() / flat.numel()
