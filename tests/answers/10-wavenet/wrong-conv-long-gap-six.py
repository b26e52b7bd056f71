# because: cuts x[:, :-d] first and then pads d zeros: for d > T the past is d long instead of T, and cat fails
# batch: 6
# told: true author conv, d larger than T
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    # drop the last d, put d zeros in front
    shifted = F.pad(x[:, :-d], (0, 0, d, 0))
    return torch.cat([shifted, x], dim=2) @ w
