# fails: step_back: dWh
# because: dWh is transposed, dz.T @ h_prev; the shape is square and does not tell. It is h_prev.T @ dz.
# batch: 1
# told: true author step_back: dWh transposed
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh * (1 - h**2)
    dx = dz @ Wx.T
    dh_prev = dz @ Wh.T
    dWx = x.T @ dz
    dWh = dz.T @ h_prev
    db = dz.sum(dim=0)
    return dx, dh_prev, (dWx, dWh, db)
