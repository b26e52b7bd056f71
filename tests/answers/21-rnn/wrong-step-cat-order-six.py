# because: puts the state before the input in one long row, but Wx above Wh in the matrix: (D + H) fits both ways, so the numbers of h meet rows of Wx and those of x rows of Wh
# batch: 6
# told: true author rnn_step: joined in the other order
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    hx = torch.cat([h, x], dim=1)       # (B, H + D)
    W = torch.cat([Wx, Wh], dim=0)      # (D + H, H)
    return torch.tanh(torch.addmm(b, hx, W))
