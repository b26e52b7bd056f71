# fails: gru_step, after
# because: In "after" the reset acts only on the product, and the bias bh is added outside; the reset acts on product plus bias.
# batch: 1
# told: true author gru_step: the bias outside the reset
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    H = h.shape[1]
    xr, xz, xn = (x @ Wx + bx).split(H, 1)
    hr, hz, hn = (h @ Wh).split(H, 1)
    br, bz, bn = bh.split(H)
    r, z = torch.sigmoid(xr + hr + br), torch.sigmoid(xz + hz + bz)
    if variant == "before":
        past = (r * h) @ Wh[:, 2 * H:]
    else:
        past = r * hn
    n = torch.tanh(xn + past + bn)
    return z * h + (1 - z) * n
