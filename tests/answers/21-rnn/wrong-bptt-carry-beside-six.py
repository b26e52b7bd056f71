# because: gives back only dhs[:, t] and adds the carried gradient to dh_prev afterwards: what comes from the right never goes through back
# batch: 6
# told: true author bptt: handed on past the steps
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    prevs = torch.cat([h0.unsqueeze(1), hs[:, :-1]], dim=1)
    dxs = torch.empty_like(xs)
    carry = torch.zeros_like(h0)
    total = []
    for t in range(T)[::-1]:
        dx, dh_prev, grads = back(dhs[:, t], xs[:, t], prevs[:, t], hs[:, t])
        carry = carry + dh_prev  # the gradients add up
        dxs[:, t] = dx
        if not total:
            total = list(grads)
        else:
            total = [old + new for old, new in zip(total, grads)]
    dh0 = carry
    return dxs, dh0, tuple(total)
