# because: takes every second row of w for the past and the others for the present, instead of the first C and the last C rows
# batch: 6
# told: true author conv, channels of past and present interleaved
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    w = w.reshape(C, 2, -1)
    w_past, w_now = w[:, 0], w[:, 1]
    past = F.pad(x, (0, 0, d, 0))[:, :T]
    return past @ w_past + x @ w_now
