# fails: forward: zs
# because: The next layer is fed with z instead of a, so the sigmoid of the layer before is skipped.
# batch: 2
# told: true author forward: the next layer is fed z
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs, activations = [], [x]
    cur = x
    for l in range(len(W)):
        cur = torch.matmul(W[l], cur) + B[l]
        zs.append(cur)
        activations.append(sigmoid(cur))
    return zs, activations
