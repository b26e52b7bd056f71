# because: gives every k x k kernel a bias of its own: one per pair of input and output channel instead of one per output channel
# batch: 5
# told: true author count: a bias for each kernel of a convolution
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    one = 1 if row.bias else 0
    if row.kind == "conv":
        kernels = C * row.out
        return kernels * (row.k * row.k + one)
    if row.kind == "linear":
        return (C * H * W + one) * row.out
    if row.kind == "norm":
        return C + C * one
    return 0
