# fails: receptive_field: its list afterwards
# because: reverses the caller's list
# batch: 4
# told: true author field: the list turned round
# %% solution-field
def receptive_field(layers):
    field = 1
    layers.reverse()
    for k, stride in layers:
        field = (field - 1) * stride + k
    return field
