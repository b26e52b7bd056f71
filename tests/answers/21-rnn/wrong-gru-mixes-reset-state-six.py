# because: in "before", h is replaced by r*h and the reset state is then also mixed in at the end: z * (r*h) instead of z * h
# batch: 6
# told: true author gru_step: the reset state under the name of the old
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    Wxr, Wxz, Wxn = Wx.chunk(3, 1)
    Whr, Whz, Whn = Wh.chunk(3, 1)
    bxr, bxz, bxn = bx.chunk(3)
    bhr, bhz, bhn = bh.chunk(3)

    r = torch.sigmoid(x @ Wxr + bxr + h @ Whr + bhr)
    z = torch.sigmoid(x @ Wxz + bxz + h @ Whz + bhz)
    if variant == "before":
        h = r * h
        n = torch.tanh(x @ Wxn + bxn + h @ Whn + bhn)
    else:
        n = torch.tanh(x @ Wxn + bxn + r * (h @ Whn + bhn))
    return z * h + (1 - z) * n
