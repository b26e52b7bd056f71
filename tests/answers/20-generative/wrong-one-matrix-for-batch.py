# fails: gram
# because: The student flattens the batch into the places and sums over pictures; each picture has a matrix of its own, (B, C, C).
# batch: 2
# told: true numeric all alike
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    rows = features.transpose(0, 1).reshape(C, B * H * W)
    return (rows @ rows.T / (C * H * W)).expand(B, C, C)
