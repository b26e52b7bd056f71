# fails: forward: activations
# because: The two lists are default arguments, which Python makes only once: each call adds to what the calls before have left; they must be made anew in the body.
# batch: 1
# told: true author forward: lists kept between calls
# %% solution-forward
def forward(W, B, x, zs=[], activations=[]):
    """W, B: lists of L matrices and L columns, x (n0, 1) -> zs (list of L columns), activations (list of L + 1 columns)."""
    activations.append(x)
    for w, b in zip(W, B):
        zs.append(torch.mm(w, activations[-1]) + b)
        activations.append(torch.sigmoid(zs[-1]))
    return zs, activations
