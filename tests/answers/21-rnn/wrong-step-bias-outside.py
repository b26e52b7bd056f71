# fails: rnn_step
# because: The bias is added after the tanh; it belongs into the sum inside.
# batch: 1
# told: true author rnn_step: the bias outside the tanh
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    from_input = torch.matmul(x, Wx)
    from_past = torch.matmul(h, Wh)
    return torch.tanh(from_input + from_past) + b
