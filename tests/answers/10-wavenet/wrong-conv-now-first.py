# fails: causal_conv, d = 1
# because: The present is put before the past; the first C rows of w belong to x[:, t - d], the last C to x[:, t].
# batch: 1
# told: true author conv, present before past
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    past = torch.cat([x.new_zeros(B, d, C), x], dim=1)[:, :T]
    return torch.cat([x, past], dim=2) @ w
