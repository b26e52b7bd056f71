# fails: step_back: dx
# because: The slope is taken from the state before the step; it is 1 - h**2 with the state that the step made.
# batch: 2
# told: true author step_back: the slope at the old state
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh * (1 - h_prev**2)
    dx, dh_prev = dz @ Wx.T, dz @ Wh.T
    dWx, dWh, db = x.T @ dz, h_prev.T @ dz, dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
