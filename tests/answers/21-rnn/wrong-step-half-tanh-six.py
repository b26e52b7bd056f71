# because: writes tanh through the sigmoid but forgets the 2 in the argument: 2*sigmoid(z) - 1 is tanh(z/2), not tanh(z)
# batch: 6
# told: true author rnn_step: a stretched sigmoid
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    z = x @ Wx + h @ Wh + b
    # a tanh is a sigmoid stretched from (0, 1) to (-1, 1)
    return 2 * torch.sigmoid(z) - 1
