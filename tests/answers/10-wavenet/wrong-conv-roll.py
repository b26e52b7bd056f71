# fails: causal_conv, d = 1
# because: roll wraps around: the first d positions see the end of the text instead of zeros.
# batch: 1
# told: true author conv, around the corner
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    shifted = torch.roll(x, shifts=d, dims=1)
    return torch.cat((shifted, x), dim=-1) @ w
