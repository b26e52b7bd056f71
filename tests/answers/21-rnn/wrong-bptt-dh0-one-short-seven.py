# because: returns as dh0 the gradient that arrives at hs[:, 0], not what the first step hands back to h0
# batch: 7
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    dxs, total = [], None
    carry = torch.zeros_like(h0)
    for t in reversed(range(T)):
        dh = dhs[:, t] + carry
        dx, carry, grads = back(dh, xs[:, t], h0 if t == 0 else hs[:, t - 1], hs[:, t])
        dxs = [dx] + dxs
        total = list(grads) if total is None else [s + g for s, g in zip(total, grads)]
    dh0 = dh
    dxs = torch.stack(dxs, 1)
    return dxs, dh0, tuple(total)
