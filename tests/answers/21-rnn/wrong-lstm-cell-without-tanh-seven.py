# because: shows the cell itself, h = o * c, and forgets the tanh around the cell
# batch: 7
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    H = h.shape[1]
    z = x @ Wx + h @ Wh + b
    i = torch.sigmoid(z[:, 0:H])
    f = torch.sigmoid(z[:, H:2 * H])
    g = torch.tanh(z[:, 2 * H:3 * H])
    o = torch.sigmoid(z[:, 3 * H:4 * H])
    c = f * c + i * g
    h = o * c
    return h, c
