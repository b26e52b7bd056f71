# fails: parameters: LeNet-5
# because: takes only the channels as inputs of a linear layer; maps are flattened, C*H*W numbers come in
# batch: 1
# told: true author count: maps not flattened
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    total = 0
    if row.kind == "conv":
        total = C * row.out * row.k * row.k
    elif row.kind == "linear":
        total = C * row.out
    elif row.kind == "norm":
        total = C
    if row.bias:
        total += row.out
    return total
