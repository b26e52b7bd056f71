# because: the first d OUTPUTS are zeros, instead of zeros in place of the missing inputs (x_t's own part is lost there)
# batch: 6
# told: true author conv, the first outputs set to 0
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    out = torch.zeros(B, T, w.shape[1], dtype=x.dtype, device=x.device)
    for t in range(d, T):
        pair = torch.cat([x[:, t - d], x[:, t]], dim=1)
        out[:, t] = pair @ w
    return out
