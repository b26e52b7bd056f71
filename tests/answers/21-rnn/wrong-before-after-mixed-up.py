# fails: gru_step, before
# because: The two variants are mixed up: "before" applies the reset to the product and "after" to the state; it is the other way round.
# batch: 2
# told: true author gru_step: before and after exchanged
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    xr, xz, xn = (x @ Wx + bx).split(H, dim=1)
    hr, hz, hn = (h @ Wh + bh).split(H, dim=1)
    r, z = (xr + hr).sigmoid(), (xz + hz).sigmoid()
    if variant == "before":
        n = (xn + r * hn).tanh()
    else:
        n = (xn + (r * h) @ Wh[:, 2 * H :] + bh[2 * H :]).tanh()
    return z * h + (1 - z) * n
