# because: z starts as the very tensor b and is added to in place, so every call changes the network's biases
# batch: 6
# told: true author forward: the biases changed in place
# %% solution-forward
def forward(W, B, x):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    a = x
    zs = []
    activations = [a]
    for w, b in zip(W, B):
        z = b
        z += torch.matmul(w, a)
        a = sigmoid(z)
        zs.append(z)
        activations.append(a)
    return zs, activations
