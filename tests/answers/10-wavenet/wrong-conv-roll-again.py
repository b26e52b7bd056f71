# fails: causal_conv, d = 1; causal_conv, d = 3
# because: roll wraps round: the last positions come in at the beginning, where zeros are asked for.
# batch: 2
# %% solution-conv
def causal_conv(x, w, d):
    past = torch.roll(x, shifts=d, dims=1)
    both = torch.cat([past, x], dim=2)
    return both @ w
