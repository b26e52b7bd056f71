# fails: step_back: dh_prev
# because: dh_prev goes through Wh as it is; on the way back it must be transposed.
# batch: 1
# told: true author step_back: Wh not transposed
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = (1 - h.square()) * dh
    return dz @ Wx.T, dz @ Wh, (x.T @ dz, h_prev.T @ dz, dz.sum(0))
