# because: stores the tanh of the cell as the new cell: h is right, but c returned is tanh(c)
# batch: 6
# told: true author lstm_step: the tanh kept in the cell
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    z = x @ Wx + h @ Wh + b
    zi, zf, zg, zo = torch.split(z, h.shape[1], dim=1)
    c = torch.tanh(torch.sigmoid(zf) * c + torch.sigmoid(zi) * torch.tanh(zg))
    h = torch.sigmoid(zo) * c
    return h, c
