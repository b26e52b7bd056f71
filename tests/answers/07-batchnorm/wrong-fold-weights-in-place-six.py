# because: W (and b) of the caller are overwritten by in-place operations and returned
# batch: 6
# told: true author fold in place
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    scale = bn.gain / (bn.running_var + EPS).sqrt()
    W2, b2 = W, b
    W2 *= scale
    b2 -= bn.running_mean
    b2 *= scale
    b2 += bn.bias
    return W2, b2
