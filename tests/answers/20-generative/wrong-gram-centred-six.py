# because: subtracts each map's mean over the places first, so it gives the covariance of the maps and not their Gram matrix
# batch: 6
# told: true author gram: centred
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    b, c, h, w = features.shape
    maps = features.reshape(b, c, h * w)
    maps = maps - maps.mean(dim=2, keepdim=True)
    return torch.bmm(maps, maps.mT) / (c * h * w)
