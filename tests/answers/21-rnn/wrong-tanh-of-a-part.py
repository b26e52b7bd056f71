# fails: rnn_step
# because: The bracket closes too early: the past and the bias are added after the tanh; all three belong inside.
# batch: 2
# told: none
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    new = torch.tanh(x @ Wx) + h @ Wh + b
    return new
