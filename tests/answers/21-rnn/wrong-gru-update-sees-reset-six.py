# because: in "before", the update gate z, too, is computed from the reset state r*h instead of from h
# batch: 6
# told: true author gru_step: the update gate reads the reset state
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    xr, xz, xn = (x @ Wx + bx).split(H, dim=1)
    hr, hz, hn = (h @ Wh + bh).split(H, dim=1)
    r = torch.sigmoid(xr + hr)
    if variant == "before":
        # everything after the reset reads the reset state
        _, hz, hn = ((r * h) @ Wh + bh).split(H, dim=1)
    else:
        hn = r * hn
    z = torch.sigmoid(xz + hz)
    n = torch.tanh(xn + hn)
    return z * h + (1 - z) * n
