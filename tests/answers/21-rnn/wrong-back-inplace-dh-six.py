# because: multiplies the slope into the argument dh in place (dz = dh.mul_(...)): the values are right, but the dh of the caller is changed
# batch: 6
# told: true author step_back: dh changed in place
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh.mul_(1 - h.square())
    dx, dh_prev = dz.mm(Wx.t()), dz.mm(Wh.t())
    dWx, dWh, db = x.t().mm(dz), h_prev.t().mm(dz), dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
