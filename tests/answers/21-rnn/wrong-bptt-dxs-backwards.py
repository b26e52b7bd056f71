# fails: bptt: dxs
# because: The dxs are collected while walking backwards and never turned round, so time runs the wrong way in the result.
# batch: 1
# told: true author bptt: dxs in the order of the loop
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    states = torch.cat([h0[:, None], hs], 1)
    dh, dxs, total = torch.zeros_like(h0), [], None
    for t in range(xs.shape[1])[::-1]:
        dx, dh, g = back(dhs[:, t] + dh, xs[:, t], states[:, t], states[:, t + 1])
        dxs.append(dx)
        total = g if total is None else tuple(p + q for p, q in zip(total, g))
    dxs = torch.stack(dxs, dim=1)
    return dxs, dh, tuple(total)
