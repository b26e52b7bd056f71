# fails: bptt: dh0
# because: Only dhs[:, t] goes into back; the gradient that the later step handed back has to be added.
# batch: 2
# told: true author bptt: only the gradient from above
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    T, total, dxs = xs.shape[1], None, []
    for t in reversed(range(T)):
        prev = hs[:, t - 1] if t else h0
        dx, dh, grads = back(dhs[:, t], xs[:, t], prev, hs[:, t])
        dxs.insert(0, dx)
        total = grads if total is None else [a + b for a, b in zip(total, grads)]
    return torch.stack(dxs, 1), dh, tuple(total)
