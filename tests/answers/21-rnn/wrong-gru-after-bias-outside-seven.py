# because: in "after" the reset acts on the product only, and the bias bh of the candidate is added outside it
# batch: 7
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    xr, xz, xn = (x @ Wx + bx).chunk(3, dim=1)
    Wr, Wz, Wn = Wh.chunk(3, dim=1)
    br, bz, bn = bh.chunk(3)
    r = torch.sigmoid(xr + h @ Wr + br)
    z = torch.sigmoid(xz + h @ Wz + bz)
    past = (r * h) @ Wn if variant == "before" else r * (h @ Wn)
    n = torch.tanh(xn + past + bn)
    return z * h + (1 - z) * n
