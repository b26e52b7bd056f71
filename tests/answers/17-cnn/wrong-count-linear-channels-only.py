# fails: parameters: LeNet-5
# because: The first linear layer's inputs are counted as C; the maps are flattened, so C * H * W numbers come in.
# batch: 2
# told: true author count: maps not flattened
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    bias = row.out if row.bias else 0
    per_kind = {"conv": C * row.out * row.k * row.k + bias, "linear": C * row.out + bias, "norm": 2 * C, "pool": 0}
    return per_kind[row.kind]
