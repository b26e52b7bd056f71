# fails: causal_conv, d = 1; causal_conv, d = 3
# because: The text was shifted to the left, so position t sees t + d, the future.
# batch: 2
# %% solution-conv
def causal_conv(x, w, d):
    T = x.shape[1]
    shifted = F.pad(x, (0, 0, 0, d))[:, d : d + T]
    return torch.cat((shifted, x), -1) @ w
