# fails: lstm_step: h
# because: h is computed from the cell before the step; it shows the new cell, o * tanh(c_t).
# batch: 2
# told: true author lstm_step: the old cell shown
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    z = x @ Wx + h @ Wh + b
    i, f, o = torch.sigmoid(z[:, :H]), torch.sigmoid(z[:, H : 2 * H]), torch.sigmoid(z[:, 3 * H :])
    g = torch.tanh(z[:, 2 * H : 3 * H])
    h, c = o * torch.tanh(c), f * c + i * g
    return h, c
