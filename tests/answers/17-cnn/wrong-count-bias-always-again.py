# fails: parameters: ResNet-18
# because: The bias of a convolution is counted even if row.bias is False, as in ResNet.
# batch: 2
# told: true author count: always a bias
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    if row.kind == "conv":
        return (row.k * row.k * C + 1) * row.out
    elif row.kind == "linear":
        return (C * H * W + 1) * row.out
    elif row.kind == "norm":
        return 2 * C
    else:
        return 0
