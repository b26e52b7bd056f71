# because: running_var += EPS changes the variance inside the caller's layer, which afterwards gives other outputs (and others still when folded again); the sum belongs in a new tensor.
# batch: 1
# told: true author fold, the layer's variance changed in place
# %% solution-fold
def fold(W, b, bn):
    v = bn.running_var
    v += EPS
    k = bn.gain / v.sqrt()
    W2 = torch.einsum("dh,h->dh", W, k[0])
    b2 = (b - bn.running_mean) * k + bn.bias
    return W2, b2
