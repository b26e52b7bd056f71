# because: takes the layers off the list with pop: the number is right, but the caller's list is empty afterwards
# batch: 5
# told: true author field: the list used up
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field = 1
    while layers:
        k, stride = layers.pop()  # from the top down to the picture
        field = (field - 1) * stride + k
    return field
