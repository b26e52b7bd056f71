# fails: forward: activations
# because: The last layer is left without the sigmoid; in this notebook every layer has it.
# batch: 2
# told: true author forward: no sigmoid at the output
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    for i, (w, b) in enumerate(zip(W, B)):
        z = w @ activations[-1] + b
        zs.append(z)
        activations.append(sigmoid(z) if i < len(W) - 1 else z)
    return zs, activations
