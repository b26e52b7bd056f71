# because: in "after", the state bias of the candidate stands outside the reset: r * (h @ Wn) + bn instead of r * (h @ Wn + bn)
# batch: 6
# told: true author gru_step: the bias outside the reset
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    b = bx + bh  # both belong into all three sums
    r = torch.sigmoid(x @ Wx[:, :H] + h @ Wh[:, :H] + b[:H])
    z = torch.sigmoid(x @ Wx[:, H:2*H] + h @ Wh[:, H:2*H] + b[H:2*H])
    if variant == "before":
        past = (r * h) @ Wh[:, 2*H:]
    elif variant == "after":
        past = r * (h @ Wh[:, 2*H:])
    n = torch.tanh(x @ Wx[:, 2*H:] + past + b[2*H:])
    return z * h + (1 - z) * n
