# because: The formula for classifiers is used: p below 1/2 becomes the confidence 1 - p in a 0, and it is binned by confidence and compared with how often the answer is right, so errors below and above 1/2 are mixed.
# batch: 3
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    confidence = torch.maximum(p, 1 - p)
    right = ((p >= 0.5).long() == y).float()
    idx = (confidence * bins).long().clamp(max=bins - 1)
    total = 0.0
    for b in idx.unique():
        m = idx == b
        total = total + m.sum() / p.numel() * (confidence[m].mean() - right[m].mean()).abs()
    return total
