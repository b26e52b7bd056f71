# fails: step_back: dh_prev
# because: dh_prev is dz @ Wh; on the way back the matrix is transposed, dz @ Wh.T.
# batch: 2
# told: true author step_back: Wh not transposed
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    slope = 1 - h * h
    dz = dh * slope
    dx = dz @ Wx.T
    dh_prev = dz @ Wh
    dWx = x.T @ dz
    dWh = h_prev.T @ dz
    db = dz.sum(dim=0)
    return dx, dh_prev, (dWx, dWh, db)
