# because: adds what comes from the right into dhs itself (dhs[:, t] += ...), so the argument is changed; the values are right
# batch: 6
# told: true author bptt: dhs changed in place
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = hs.size(1)
    parts, dxs = [], []
    for t in range(T - 1, 0, -1):
        dx, dh_prev, grads = back(dhs[:, t], xs[:, t], hs[:, t - 1], hs[:, t])
        dhs[:, t - 1] += dh_prev      # the second gradient that meets there
        dxs.insert(0, dx)
        parts.append(grads)
    dx, dh0, grads = back(dhs[:, 0], xs[:, 0], h0, hs[:, 0])
    dxs.insert(0, dx)
    parts.append(grads)
    dxs = torch.stack(dxs, dim=1)
    total = [sum(p) for p in zip(*parts)]
    return dxs, dh0, tuple(total)
