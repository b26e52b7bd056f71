# because: hands the gradient to h_prev through Wh instead of Wh transposed
# batch: 7
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh * (1 - h ** 2)
    dx = dz @ Wx.T
    dh_prev = dz @ Wh
    dWx = x.T @ dz
    dWh = h_prev.T @ dz
    db = dz.sum(dim=0)
    return dx, dh_prev, (dWx, dWh, db)
