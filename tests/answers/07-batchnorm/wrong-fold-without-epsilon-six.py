# because: epsilon is missing under the root of the running variance
# batch: 6
# told: true author fold without eps
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    # use bn.gain, bn.bias, bn.running_mean, bn.running_var, all (1, H)
    std = bn.running_var.sqrt()
    W2 = bn.gain / std * W
    b2 = bn.gain / std * (b - bn.running_mean) + bn.bias
    return W2, b2
