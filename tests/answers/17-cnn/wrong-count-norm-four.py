# fails: parameters: ResNet-18
# because: counts the running mean and variance of BatchNorm too, four numbers per channel; only gain and bias are learned
# batch: 1
# told: true author count: running statistics counted
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    match row.kind:
        case "conv":
            return (row.k * row.k * C + int(row.bias)) * row.out
        case "linear":
            return (C * H * W + int(row.bias)) * row.out
        case "norm":
            return 4 * C
    return 0
