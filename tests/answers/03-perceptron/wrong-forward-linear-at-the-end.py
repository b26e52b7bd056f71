# fails: forward: activations
# because: The student leaves the sigmoid out of the last layer, as is usual elsewhere; here every layer has it, the last one too.
# batch: 1
# told: true author forward: no sigmoid at the output
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    a = x
    for i, (w, b) in enumerate(zip(W, B)):
        z = w @ a + b
        a = z if i == len(W) - 1 else sigmoid(z)
        zs.append(z)
        activations.append(a)
    return zs, activations
