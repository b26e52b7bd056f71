# because: updates the jump before the field: a layer's own stride already widens its own window
# batch: 5
# told: true author field: own stride counted
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field = jump = 1
    for k, s in layers:
        jump *= s
        field += (k - 1) * jump
    return field
