# because: multiplies the state by Wh transposed (as nn.Linear would), where h @ Wh is meant
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    return torch.tanh(x @ Wx + h @ Wh.T + b)
