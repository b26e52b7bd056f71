# fails: parameters: ResNet-18
# because: The running mean and variance of BatchNorm are counted as learned; only the gain and the bias are, 2 per channel.
# batch: 2
# told: true author count: running statistics counted
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    n = 0
    if row.kind == "conv":
        n = row.k**2 * C * row.out
    if row.kind == "linear":
        n = C * H * W * row.out
    if row.kind in ("conv", "linear") and row.bias:
        n += row.out
    if row.kind == "norm":
        n = 4 * C  # gain, bias, mean, variance
    return n
