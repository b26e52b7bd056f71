# because: the next layer gets z instead of sigmoid(z) as its input
# batch: 6
# told: true author forward: the next layer is fed z
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    z = x
    for w, b in zip(W, B):
        z = w @ z + b
        zs.append(z)
        activations.append(sigmoid(z))
    return zs, activations
