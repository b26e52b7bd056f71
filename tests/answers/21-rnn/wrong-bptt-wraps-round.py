# fails: bptt: the weights
# because: At t = 0 it takes hs[:, -1], the last state, for the one before; before the first step there was h0.
# batch: 1
# told: true author bptt: the first step after the last
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    T = xs.shape[1]
    dh = torch.zeros_like(h0)
    dxs, total = [], None
    for t in range(T - 1, -1, -1):
        dx, dh, grads = back(dh + dhs[:, t], xs[:, t], hs[:, t - 1], hs[:, t])
        dxs.append(dx)
        total = list(grads) if total is None else [a + g for a, g in zip(total, grads)]
    return torch.stack(dxs[::-1], dim=1), dh, tuple(total)
