# fails: lstm_step: h
# because: h shows the cell without its tanh; it is o times tanh(c).
# batch: 1
# told: true author lstm_step: no tanh on the way out
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    H = h.shape[1]
    z = x @ Wx + h @ Wh + b
    i, f = torch.sigmoid(z[:, :H]), torch.sigmoid(z[:, H:2 * H])
    g, o = torch.tanh(z[:, 2 * H:3 * H]), torch.sigmoid(z[:, 3 * H:])
    c = f * c + i * g
    return o * c, c
