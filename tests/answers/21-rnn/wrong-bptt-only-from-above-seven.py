# because: sends only dhs[:, t] into each step back and drops the gradient that the step after it handed back
# batch: 7
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    B, T, D = xs.shape
    dx_list = []
    total = None
    for t in range(T - 1, -1, -1):
        if t == 0:
            h_prev = h0
        else:
            h_prev = hs[:, t - 1]
        dx, dh_prev, grads = back(dhs[:, t], xs[:, t], h_prev, hs[:, t])
        dx_list.insert(0, dx)
        if total is None:
            total = [g for g in grads]
        else:
            total = [total[k] + grads[k] for k in range(len(grads))]
    dxs = torch.stack(dx_list, dim=1)
    dh0 = dh_prev
    return dxs, dh0, tuple(total)
