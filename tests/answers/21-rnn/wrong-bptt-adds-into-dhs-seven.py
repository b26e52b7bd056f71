# because: adds the gradient from the right into dhs in place (dhs[:, t-1] += dh_prev), and so changes the argument
# batch: 7
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    dxs = torch.zeros_like(xs)
    total = None
    for t in range(T - 1, -1, -1):
        h_prev = hs[:, t - 1] if t > 0 else h0
        dx, dh_prev, grads = back(dhs[:, t], xs[:, t], h_prev, hs[:, t])
        dxs[:, t] = dx
        if t > 0:
            dhs[:, t - 1] += dh_prev
        else:
            dh0 = dh_prev
        if total is None:
            total = [torch.zeros_like(g) for g in grads]
        for k, g in enumerate(grads):
            total[k] += g
    return dxs, dh0, tuple(total)
