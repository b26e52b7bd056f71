# fails: receptive_field: convolutions and pooling
# because: multiplies the jump by the layer's own stride before the field grows; its stride counts only for the layers above
# batch: 1
# told: true author field: own stride counted
# %% solution-field
def receptive_field(layers):
    field, jump = 1, 1
    for k, s in layers:
        jump *= s
        field += (k - 1) * jump
    return field
