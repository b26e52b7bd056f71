# fails: forward, three layers
# because: Only the first two layers are computed; the network may have any number of them.
# batch: 2
# told: true author forward: two layers and no more
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    z1 = W[0] @ x + B[0]
    a1 = sigmoid(z1)
    z2 = W[1] @ a1 + B[1]
    a2 = sigmoid(z2)
    zs = [z1, z2]
    activations = [x, a1, a2]
    return zs, activations
