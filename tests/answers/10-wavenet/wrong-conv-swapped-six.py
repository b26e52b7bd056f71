# because: joins [x_t, x_(t-d)]: the two halves in the wrong order
# batch: 6
# told: true author conv, present before past
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    T = x.shape[1]
    past = F.pad(x, (0, 0, d, 0))[:, :T]
    return torch.cat([x, past], dim=-1) @ w
