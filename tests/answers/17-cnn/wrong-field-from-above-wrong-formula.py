# fails: receptive_field: convolutions and pooling
# because: The layers are walked from the picture upwards with the formula for the way down (field = (field - 1) * stride + k), which needs the top layer first.
# batch: 2
# told: false author field: layers in the wrong order
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    f = 1
    for k, s in layers:
        f = (f - 1) * s + k
    return f
