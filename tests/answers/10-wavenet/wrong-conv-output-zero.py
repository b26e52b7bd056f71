# fails: causal_conv, d = 1
# because: The first d outputs are set to 0; it is the missing input that is zero, x[:, t] still goes through its half of w.
# batch: 1
# told: true author conv, the first outputs set to 0
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    out = x.new_zeros(x.shape[0], x.shape[1], w.shape[1])
    for t in range(d, x.shape[1]):
        pair = torch.cat([x[:, t - d], x[:, t]], dim=1)
        out[:, t] = pair @ w
    return out
