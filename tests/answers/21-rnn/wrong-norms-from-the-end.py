# fails: gradient_norms
# because: The lengths stand in the order of the walk, the last state first; entry t should belong to hs[:, t].
# batch: 1
# told: true author gradient_norms: the last state first
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    lengths = []
    for t in reversed(range(hs.shape[1])):
        lengths.append((dh**2).sum().sqrt())
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
    return torch.stack(lengths)
