# fails: *
# because: `dhs[:, t] += dh` writes into the caller's tensor; the arguments must stay as they are.
# batch: 1
# told: true author bptt: dhs changed in place
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    dxs, total = torch.zeros_like(xs), None
    dh = torch.zeros_like(h0)
    for t in reversed(range(xs.shape[1])):
        dhs[:, t] += dh
        dx, dh, grads = back(dhs[:, t], xs[:, t], hs[:, t - 1] if t else h0, hs[:, t])
        dxs[:, t] = dx
        total = grads if total is None else [a + b for a, b in zip(total, grads)]
    return dxs, dh, tuple(total)
