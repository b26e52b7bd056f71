# fails: *
# because: tanh is written out with exp, which overflows to inf/inf = NaN for large sums; use torch.tanh.
# batch: 2
# told: true author rnn_step: tanh written with exp
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    z = x @ Wx + h @ Wh + b
    plus, minus = torch.exp(z), torch.exp(-z)
    return (plus - minus) / (plus + minus)
