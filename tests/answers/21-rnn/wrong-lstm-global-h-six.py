# because: cuts the columns with the global H of the notebook (7) instead of the size of the state given: fails for any other size
# batch: 6
# told: true code variable of the notebook
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    z = x @ Wx + h @ Wh + b
    i = torch.sigmoid(z[:, 0:H])
    f = torch.sigmoid(z[:, H:2 * H])
    g = torch.tanh(z[:, 2 * H:3 * H])
    o = torch.sigmoid(z[:, 3 * H:4 * H])
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c
