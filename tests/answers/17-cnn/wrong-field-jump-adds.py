# fails: receptive_field: convolutions and pooling
# because: The strides are added up instead of multiplied to get the jump.
# batch: 2
# told: true author field: strides added
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field, jump = 1, 1
    for k, s in layers:
        field += (k - 1) * jump
        jump += s - 1
    return field
