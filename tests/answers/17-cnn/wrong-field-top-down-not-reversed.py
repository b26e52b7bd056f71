# because: uses the top-down rule field = (field - 1) s + k, but walks from the picture upwards: the layers' order is turned round (right if all strides are 1)
# batch: 5
# told: true author field: layers in the wrong order
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field = 1
    for k, stride in layers:
        # `field` units need field - 1 steps of the layer below, and one whole window
        field = (field - 1) * stride + k
    return field
