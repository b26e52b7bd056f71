# fails: gradient_norms
# because: The lengths are collected on the way back and never turned round; entry t belongs to hs[:, t], dh itself is last.
# batch: 2
# told: true author gradient_norms: the last state first
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    lengths = [dh.norm()]
    for t in range(hs.shape[1] - 1, 0, -1):
        dh = (dh * (1 - hs[:, t].pow(2))) @ Wh.T
        lengths.append(dh.norm())
    return torch.stack(lengths)
