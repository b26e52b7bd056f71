# fails: *
# because: counts a bias for every linear layer without looking at row.bias
# batch: 1
# told: true author count: a linear layer always with a bias
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    if row.kind == "linear":
        return (C * H * W + 1) * row.out
    if row.kind == "conv":
        n = C * row.out * row.k * row.k
        if row.bias:
            n += row.out
        return n
    if row.kind == "norm":
        return C + C
    return 0
