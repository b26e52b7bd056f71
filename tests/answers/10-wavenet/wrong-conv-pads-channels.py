# fails: causal_conv, d = 1; causal_conv, d = 3
# because: F.pad(x, (d, 0)) pads the last axis, the channels; the positions are the last axis but one, (0, 0, d, 0).
# batch: 2
# %% solution-conv
def causal_conv(x, w, d):
    C = x.shape[-1]
    past = F.pad(x, (d, 0))[..., :C]
    return torch.cat([past, x], -1) @ w
