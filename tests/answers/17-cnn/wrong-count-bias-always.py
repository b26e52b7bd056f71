# fails: parameters: ResNet-18
# because: always counts a bias for convolutions; those of ResNet have none
# batch: 1
# told: true author count: always a bias
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    n = {
        "conv": row.k * row.k * C * row.out + row.out,
        "linear": C * H * W * row.out + row.out,
        "norm": 2 * row.out,
        "pool": 0,
    }
    return n[row.kind]
