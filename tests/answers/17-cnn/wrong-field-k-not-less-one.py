# fails: receptive_field: stride 1
# because: Every layer adds k jumps; the k units of a window are only k - 1 jumps apart.
# batch: 2
# told: true author field: the whole kernel added
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    field = 1
    jump = 1
    for kernel, s in layers:
        field = field + kernel * jump
        jump = jump * s
    return field
