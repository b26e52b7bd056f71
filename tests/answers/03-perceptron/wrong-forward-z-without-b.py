# fails: forward: zs
# because: zs holds W a without the bias; z is the whole sum before the sigmoid, bias included.
# batch: 2
# told: true author forward: zs without the biases
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    zs = []
    activations = [x]
    a = x
    for w, b in zip(W, B):
        z = w @ a
        zs.append(z)
        a = sigmoid(z + b)
        activations.append(a)
    return zs, activations
