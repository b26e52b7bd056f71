# fails: *
# because: The gradient from the right is added into dhs in place, so the caller's tensor is changed; make a new tensor.
# batch: 2
# told: true author bptt: dhs changed in place
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    T, total = xs.shape[1], None
    before = torch.cat([h0[:, None], hs[:, :-1]], dim=1)
    dxs = torch.empty_like(xs)
    for t in reversed(range(T)):
        dx, dh0, grads = back(dhs[:, t], xs[:, t], before[:, t], hs[:, t])
        dxs[:, t] = dx
        if t > 0:
            dhs[:, t - 1] += dh0
        total = grads if total is None else tuple(a + b for a, b in zip(total, grads))
    return dxs, dh0, tuple(total)
