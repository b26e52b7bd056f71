# fails: *
# because: x[:, :-d] padded by d zeros is d positions long when d > T, so the two halves do not fit; the past must be cut to T positions (or be all zeros).
# batch: 1
# told: true author conv, d larger than T
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    pasts = F.pad(x[:, :-d], (0, 0, d, 0))
    return torch.cat([pasts, x], dim=2) @ w
