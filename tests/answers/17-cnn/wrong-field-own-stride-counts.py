# fails: receptive_field: convolutions and pooling
# because: The jump is multiplied by the layer's own stride before the field grows; its stride counts only for the layers above.
# batch: 2
# told: true author field: own stride counted
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field, jump = 1, 1
    for k, stride in layers:
        jump *= stride
        field += (k - 1) * jump
    return field
