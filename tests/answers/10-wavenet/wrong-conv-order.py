# fails: causal_conv, d = 1; causal_conv, d = 3
# because: The two parts are joined in the wrong order: first x[t - d], then x[t].
# batch: 2
# %% solution-conv
def causal_conv(x, w, d):
    past = F.pad(x, (0, 0, d, 0))[:, : x.shape[1]]
    return torch.cat([x, past], dim=-1) @ w
