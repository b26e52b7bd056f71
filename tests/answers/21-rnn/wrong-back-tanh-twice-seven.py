# because: takes the tanh's slope at h as if h were z: 1 - tanh(h)^2, though h is the tanh already
# batch: 7
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    slope = 1 - torch.tanh(h).pow(2)
    dz = dh * slope
    dx = torch.matmul(dz, Wx.t())
    dh_prev = torch.matmul(dz, Wh.t())
    dWx = torch.matmul(x.t(), dz)
    dWh = torch.matmul(h_prev.t(), dz)
    db = dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
