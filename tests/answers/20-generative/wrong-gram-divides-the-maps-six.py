# because: divides the flattened maps in place by sqrt(C H W); flatten gives a view, so the features that were given are changed
# batch: 6
# told: true author gram: the maps divided in place
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    rows = features.flatten(2)
    rows /= (C * H * W) ** 0.5
    return rows @ rows.transpose(1, 2)
