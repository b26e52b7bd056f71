# fails: step_back: db
# because: The bias' gradient is averaged over the batch; the bias was broadcast, so the gradients of all examples are summed.
# batch: 2
# told: true author step_back: db averaged
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    dz = dh * (1 - h.square())
    dx = dz.mm(Wx.t())
    dh_prev = dz.mm(Wh.t())
    dWx = x.t().mm(dz)
    dWh = h_prev.t().mm(dz)
    db = dz.mean(0)
    return dx, dh_prev, (dWx, dWh, db)
