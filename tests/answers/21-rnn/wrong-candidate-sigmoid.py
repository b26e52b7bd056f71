# fails: lstm_step: c
# because: The sigmoid is applied to all four parts; the candidate g takes the tanh.
# batch: 2
# told: true author lstm_step: candidate through the sigmoid
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    gates = torch.sigmoid(x @ Wx + h @ Wh + b)
    i, f, g, o = torch.chunk(gates, 4, dim=-1)
    c = f * c + i * g
    h = o * torch.tanh(c)
    return h, c
