# fails: lstm_step: h; lstm_step: c
# because: The columns are read as i, f, o, g; here (as in torch) they are i, f, g, o.
# batch: 1
# told: true author lstm_step: candidate and output exchanged
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    i, f, o, g = (x @ Wx + h @ Wh + b).chunk(4, dim=1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    h = o.sigmoid() * c.tanh()
    return h, c
