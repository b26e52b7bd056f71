# because: torch.roll without clearing: the end of the text comes in at the beginning instead of zeros
# batch: 6
# told: true author conv, around the corner
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    past = torch.roll(x, shifts=d, dims=1)
    pair = torch.cat((past, x), dim=2)
    return pair @ w
