# fails: receptive_field: convolutions and pooling
# because: sets the jump to the stride of the layer before instead of the product of all strides below
# batch: 1
# told: true author field: the jump replaced
# %% solution-field
def receptive_field(layers):
    r = 1
    jump = 1
    for k, s in layers:
        r = r + (k - 1) * jump
        jump = s
    return r
