# because: reads the gap d as d letters in between: shifts by d + 1
# batch: 6
# told: true author conv, d read as the number left out
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    k = d + 1
    padded = F.pad(x, (0, 0, k, 0))
    past = padded[:, :T, :]
    return torch.cat([past, x], -1) @ w
