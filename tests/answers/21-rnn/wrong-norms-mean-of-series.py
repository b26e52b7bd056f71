# fails: gradient_norms
# because: It measures each series for itself and averages; the length is the root of the sum over all B*H numbers.
# batch: 1
# told: true author gradient_norms: lengths averaged over the batch
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    T = hs.shape[1]
    out = torch.zeros(T, dtype=hs.dtype, device=hs.device)
    for t in range(T - 1, -1, -1):
        out[t] = dh.norm(dim=1).mean()
        dh = (dh * (1 - hs[:, t] ** 2)) @ Wh.T
    return out
