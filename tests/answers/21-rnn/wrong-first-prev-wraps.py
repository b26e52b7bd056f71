# fails: bptt: the weights
# because: For t = 0 the student takes hs[:, -1], which Python reads as the last state; before the first step comes h0.
# batch: 2
# told: true author bptt: the first step after the last
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    T = xs.shape[1]
    dh0 = torch.zeros_like(h0)
    dxs = [None] * T
    total = None
    for t in range(T - 1, -1, -1):
        dxs[t], dh0, g = back(dhs[:, t] + dh0, xs[:, t], hs[:, t - 1], hs[:, t])
        total = list(g) if total is None else [s + n for s, n in zip(total, g)]
    dxs = torch.stack(dxs, dim=1)
    return dxs, dh0, tuple(total)
