# fails: causal_conv, d = 1
# because: Where t - d is negative Python counts from the end of the text; before the beginning there must be zeros.
# batch: 1
# told: true author conv, around the corner
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    T = x.shape[1]
    columns = []
    for t in range(T):
        columns.append(torch.cat([x[:, (t - d) if abs(t - d) < T else 0], x[:, t]], -1) @ w)
    return torch.stack(columns, dim=1)
