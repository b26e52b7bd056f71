# fails: *
# because: The tanh is written out with exp, which overflows for large sums: inf / inf is NaN. torch.tanh bears them.
# batch: 1
# told: true author rnn_step: tanh written with exp
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    z = x @ Wx + h @ Wh + b
    up, down = torch.exp(z), torch.exp(-z)
    return (up - down) / (up + down)
