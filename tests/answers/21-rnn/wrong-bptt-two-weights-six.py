# because: collects exactly two gradients of weights, as the cell of the checks has: for a cell with three (like step_back) the third is lost
# batch: 6
# told: true author bptt: two weights expected
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    dxs = []
    dh0 = torch.zeros_like(h0)
    total = [0, 0]  # dw, du
    for t in range(xs.shape[1] - 1, -1, -1):
        before = h0 if t == 0 else hs[:, t - 1]
        dx, dh0, grads = back(dhs[:, t] + dh0, xs[:, t], before, hs[:, t])
        dxs.append(dx)
        for i in range(2):
            total[i] = total[i] + grads[i]
    dxs = torch.stack(dxs[::-1], dim=1)
    return dxs, dh0, tuple(total)
