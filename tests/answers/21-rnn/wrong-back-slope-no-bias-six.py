# because: recomputes z for the slope of the tanh from x, h_prev and the weights, but without b (it is not among the arguments), instead of using h
# batch: 6
# told: true author step_back: computed again without the bias
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    z = x @ Wx + h_prev @ Wh
    slope = 1 - torch.tanh(z) ** 2
    dz = dh * slope
    dx = dz @ Wx.T
    dh_prev = dz @ Wh.T
    dWx = x.T @ dz
    dWh = h_prev.T @ dz
    db = dz.sum(dim=0)
    return dx, dh_prev, (dWx, dWh, db)
