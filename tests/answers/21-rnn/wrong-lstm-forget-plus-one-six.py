# because: adds 1 to the forget gate inside the step, from the remark that its bias begins at 1 in practice (that is a matter of the starting value of b)
# batch: 6
# told: true author lstm_step: one added to the forget gate
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    i, f, g, o = (x @ Wx + h @ Wh + b).chunk(4, dim=1)
    i = torch.sigmoid(i)
    f = torch.sigmoid(f + 1.0)  # tap open at the beginning
    g = torch.tanh(g)
    o = torch.sigmoid(o)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c
