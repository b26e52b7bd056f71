# because: takes zeros as the state before the first step instead of h0: right only where h0 is zero
# batch: 6
# told: true author bptt: zeros before the first step
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    dxs = torch.zeros_like(xs)
    dh_next = torch.zeros_like(h0)
    total = None
    for t in reversed(range(T)):
        h_prev = hs[:, t - 1] if t > 0 else torch.zeros_like(h0)
        dx, dh_next, grads = back(dhs[:, t] + dh_next, xs[:, t], h_prev, hs[:, t])
        dxs[:, t] = dx
        total = list(grads) if total is None else [a + g for a, g in zip(total, grads)]
    dh0 = dh_next
    return dxs, dh0, tuple(total)
