# fails: forward, three layers
# because: The student writes down two layers by hand; a network may have any number of them.
# batch: 1
# told: true author forward: two layers and no more
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    z_hidden = W[0] @ x + B[0]
    a_hidden = sigmoid(z_hidden)
    z_out = W[1] @ a_hidden + B[1]
    a_out = sigmoid(z_out)
    zs = [z_hidden, z_out]
    activations = [x, a_hidden, a_out]
    return zs, activations
