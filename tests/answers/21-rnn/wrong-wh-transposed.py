# fails: rnn_step
# because: Wh is transposed; the state stands on the left, so it is h @ Wh.
# batch: 2
# told: true author rnn_step: Wh transposed
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    return torch.tanh(x @ Wx + h @ Wh.T + b)
