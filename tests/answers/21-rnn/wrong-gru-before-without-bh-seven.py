# because: in "before" leaves out the candidate's state bias bh, as if one bias were enough there
# batch: 7
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    a = x @ Wx + bx
    s = h @ Wh + bh
    r = torch.sigmoid(a[:, :H] + s[:, :H])
    z = torch.sigmoid(a[:, H:2 * H] + s[:, H:2 * H])
    if variant == "after":
        n = torch.tanh(a[:, 2 * H:] + r * s[:, 2 * H:])
    elif variant == "before":
        n = torch.tanh(a[:, 2 * H:] + (r * h) @ Wh[:, 2 * H:])
    return z * h + (1 - z) * n
