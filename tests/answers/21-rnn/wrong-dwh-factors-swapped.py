# fails: step_back: dWh
# because: dWh is dz.T @ h_prev, the transposed gradient; it has to be h_prev.T @ dz.
# batch: 2
# told: true author step_back: dWh transposed
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = (1 - h ** 2) * dh
    dx = dz @ Wx.T
    dWx = x.T @ dz
    dh_prev = dz @ Wh.T
    dWh = dz.T @ h_prev
    db = dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
