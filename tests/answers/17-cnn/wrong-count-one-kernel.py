# fails: parameters: LeNet-5
# because: counts one k by k kernel per output channel; there is one for every pair of an input and an output channel
# batch: 1
# told: true author count: one kernel for all input channels
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    if row.kind == "conv":
        return row.out * row.k**2 + row.out * row.bias
    if row.kind == "linear":
        return C * H * W * row.out + row.out * row.bias
    if row.kind == "norm":
        return 2 * C
    return 0
