# because: writes tanh out as (1 - e^-2z) / (1 + e^-2z), which is NaN (-inf/inf) for very negative z (below about -355)
# batch: 6
# told: true numeric NaN
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    z = x @ Wx + h @ Wh + b
    e = torch.exp(-2 * z)   # with the minus, so that large z cannot overflow
    return (1 - e) / (1 + e)
