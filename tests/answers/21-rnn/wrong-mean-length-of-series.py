# fails: gradient_norms
# because: The student takes each series' length and averages over the batch; it is one length over all B * H numbers.
# batch: 2
# told: true author gradient_norms: lengths averaged over the batch
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    res = []
    for t in reversed(range(hs.shape[1])):
        res.insert(0, dh.norm(dim=1).mean())
        dh = (dh * (1 - hs[:, t] * hs[:, t])) @ Wh.T
    return torch.stack(res)
