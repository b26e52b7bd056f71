# fails: lstm_step: h
# because: h is made from the old cell; it shows the new one.
# batch: 1
# told: true author lstm_step: the old cell shown
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    i, f, g, o = torch.split(x @ Wx + h @ Wh + b, h.shape[1], dim=1)
    c_new = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h_new = torch.sigmoid(o) * torch.tanh(c)
    return h_new, c_new
