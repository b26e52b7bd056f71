# fails: lstm_step: c
# because: The columns are read in the order i, g, f, o (TensorFlow's old one); here it is i, f, g, o.
# batch: 2
# told: true author lstm_step: candidate before the forget gate
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    i, g, f, o = (x @ Wx + h @ Wh + b).chunk(4, dim=1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    h = o.sigmoid() * c.tanh()
    return h, c
