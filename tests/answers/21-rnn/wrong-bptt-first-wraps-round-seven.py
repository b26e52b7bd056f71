# because: takes hs[:, t - 1] as h_prev for t = 0 too, which is the last state, instead of h0
# batch: 7
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    dxs = [None] * T
    dh_next = torch.zeros_like(h0)
    total = None
    for t in reversed(range(T)):
        dh = dhs[:, t] + dh_next
        dx, dh_next, grads = back(dh, xs[:, t], hs[:, t - 1], hs[:, t])
        dxs[t] = dx
        total = list(grads) if total is None else [a + b for a, b in zip(total, grads)]
    dxs = torch.stack(dxs, dim=1)
    dh0 = dh_next
    return dxs, dh0, tuple(total)
