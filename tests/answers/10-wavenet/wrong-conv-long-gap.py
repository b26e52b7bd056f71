# fails: *
# because: For d >= T the zeros alone are longer than the text, so the pasts do not fit; only T positions may remain.
# batch: 2
# %% solution-conv
def causal_conv(x, w, d):
    B, T, C = x.shape
    zeros = torch.zeros(B, d, C, dtype=x.dtype, device=x.device)
    past = torch.cat([zeros, x[:, :-d]], dim=1)
    return torch.cat([past, x], dim=2) @ w
