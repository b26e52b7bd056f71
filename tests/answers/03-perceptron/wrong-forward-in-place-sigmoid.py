# fails: forward: zs
# because: sigmoid_ works in place, so the z that is already in the list becomes an activation too; the backward pass needs both, and so a new tensor.
# batch: 1
# told: true author forward: activations in both lists
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    for layer in range(len(W)):
        z = W[layer].matmul(activations[layer]).add(B[layer])
        zs.append(z)
        activations.append(z.sigmoid_())
    return zs, activations
