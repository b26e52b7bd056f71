# because: counts a bias for every convolution and does not look at row.bias: too many for ResNet's convolutions, which have none
# batch: 5
# told: true author count: always a bias
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    learned = {
        "conv": C * row.out * row.k * row.k + row.out,
        "linear": C * H * W * row.out + row.out,
        "norm": 2 * C,
        "pool": 0,
    }
    return learned[row.kind]
