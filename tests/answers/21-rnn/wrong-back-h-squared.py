# fails: step_back: the states are left alone
# because: h is squared in place
# batch: 4
# told: true author step_back: the state squared in place
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh * (1 - h.pow_(2))
    dx, dh_prev = dz @ Wx.T, dz @ Wh.T
    dWx, dWh = x.T @ dz, h_prev.T @ dz
    db = dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
