# because: updates the cell in place (c *= f; c += i * g), and so changes the argument c
# batch: 7
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    z = x @ Wx + h @ Wh + b
    zi, zf, zg, zo = torch.split(z, h.shape[1], dim=1)
    c *= torch.sigmoid(zf)                      # forget
    c += torch.sigmoid(zi) * torch.tanh(zg)     # add the new
    h = torch.sigmoid(zo) * torch.tanh(c)
    return h, c
