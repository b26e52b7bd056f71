# fails: bptt: xs is left alone
# because: dxs is written into the xs of the caller
# batch: 4
# told: true author bptt: dxs written into xs
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    dxs, dh0, total = xs, torch.zeros_like(h0), None
    for t in reversed(range(xs.shape[1])):
        h_prev = hs[:, t - 1] if t > 0 else h0
        dxs[:, t], dh0, grads = back(dhs[:, t] + dh0, xs[:, t], h_prev, hs[:, t])
        total = grads if total is None else [a + b for a, b in zip(total, grads)]
    return dxs, dh0, tuple(total)
