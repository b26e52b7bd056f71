# fails: rnn_step; rnn_step, one example
# because: Wh is transposed; it stands as (in, out), so the state is multiplied by Wh as it is.
# batch: 1
# told: true author rnn_step: Wh transposed
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    return torch.tanh(x @ Wx + h @ Wh.T + b)
