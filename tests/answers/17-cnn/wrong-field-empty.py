# fails: *
# because: begins with the first layer's kernel, which fails for a list without layers; there the field is 1
# batch: 1
# told: true author field: begins with the first layer
# %% solution-field
def receptive_field(layers):
    field, jump = layers[0]
    for k, s in layers[1:]:
        field += (k - 1) * jump
        jump *= s
    return field
