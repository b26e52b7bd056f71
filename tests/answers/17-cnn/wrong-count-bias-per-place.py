# fails: parameters: LeNet-5
# because: The bias of a convolution is counted once for every place of the picture; it is one number per output channel.
# batch: 2
# told: none
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    if row.kind == "conv":
        n = C * row.out * row.k**2
        if row.bias:
            n += row.out * H * W
        return n
    if row.kind == "linear":
        return C * H * W * row.out + row.out
    if row.kind == "norm":
        return 2 * row.out
    return 0
