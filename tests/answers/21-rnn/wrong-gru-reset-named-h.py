# fails: gru_step, before
# because: h names the reset state from there on, also in the last line
# batch: 4
# told: true author gru_step: the reset state under the name of the old
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    past, new = h @ Wh + bh, x @ Wx + bx
    r, z = torch.sigmoid(past + new)[:, : 2 * H].chunk(2, dim=1)
    if variant == "before":
        h = r * h
        n = torch.tanh(new[:, 2 * H :] + h @ Wh[:, 2 * H :] + bh[2 * H :])
    else:
        n = torch.tanh(new[:, 2 * H :] + r * past[:, 2 * H :])
    return z * h + (1 - z) * n
