# fails: rnn_step
# because: The bracket closes too early: the past and the bias are added after the tanh; all three belong inside.
# batch: 2
# told: true author rnn_step: tanh of the input's part
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    new = torch.tanh(x @ Wx) + h @ Wh + b
    return new
