# because: lets z be the share of the new, h = (1 - z) * h + z * n, as makemore does; here z is what stays
# batch: 7
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    gx = x @ Wx + bx
    r = torch.sigmoid(gx[:, :H] + h @ Wh[:, :H] + bh[:H])
    z = torch.sigmoid(gx[:, H:2*H] + h @ Wh[:, H:2*H] + bh[H:2*H])
    if variant == "before":
        n = torch.tanh(gx[:, 2*H:] + (r * h) @ Wh[:, 2*H:] + bh[2*H:])
    else:
        n = torch.tanh(gx[:, 2*H:] + r * (h @ Wh[:, 2*H:] + bh[2*H:]))
    return (1 - z) * h + z * n
