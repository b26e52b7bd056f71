# because: applies sigmoid_ in place to the z that was already stored, so zs holds activations
# batch: 6
# told: true author forward: activations in both lists
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    for weights, bias in zip(W, B):
        z = weights.mm(activations[-1]) + bias
        zs.append(z)
        activations.append(z.sigmoid_())
    return zs, activations
