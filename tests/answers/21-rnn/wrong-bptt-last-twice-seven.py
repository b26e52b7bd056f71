# because: starts the gradient from the right with dhs[:, -1] instead of zero, so the last state's gradient counts twice
# batch: 7
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = hs.size(1)
    before = torch.cat([h0[:, None], hs[:, :-1]], dim=1)
    dh_right = dhs[:, -1]          # begin at the end
    dxs, total = [], None
    for t in range(T)[::-1]:
        dx, dh_right, grads = back(dhs[:, t] + dh_right, xs[:, t], before[:, t], hs[:, t])
        dxs.append(dx)
        total = grads if total is None else tuple(p + q for p, q in zip(total, grads))
    dxs = torch.stack(dxs[::-1], dim=1)
    dh0 = dh_right
    return dxs, dh0, tuple(total)
