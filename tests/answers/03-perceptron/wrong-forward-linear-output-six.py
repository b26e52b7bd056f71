# because: the last layer has no sigmoid: its activation is z itself
# batch: 6
# told: true author forward: no sigmoid at the output
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    for i in range(len(W)):
        z = W[i] @ activations[-1] + B[i]
        zs.append(z)
        if i < len(W) - 1:
            activations.append(sigmoid(z))
        else:
            activations.append(z)  # output layer
    return zs, activations
