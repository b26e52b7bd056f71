# fails: step_back: dx
# because: The slope is taken as 1 - tanh(h)^2, but h is already the tanh of z; the slope is 1 - h^2.
# batch: 1
# told: true author step_back: the tanh taken twice
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh * (1 - torch.tanh(h) ** 2)
    dx = dz @ Wx.T
    dh_prev = dz @ Wh.T
    dWx, dWh, db = x.T @ dz, h_prev.T @ dz, dz.sum(0)
    return dx, dh_prev, (dWx, dWh, db)
