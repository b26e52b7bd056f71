# because: writes the tanh out with exp, which gives inf/inf = NaN for large sums
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    z = torch.matmul(x, Wx) + torch.matmul(h, Wh) + b
    e_plus = torch.exp(z)
    e_minus = torch.exp(-z)
    return (e_plus - e_minus) / (e_plus + e_minus)
