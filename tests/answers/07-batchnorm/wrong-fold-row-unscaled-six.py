# because: the linear layer's own row b is added without the factor gain / sqrt(var + eps)
# batch: 6
# told: true author old b not scaled
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    s = bn.gain / torch.sqrt(bn.running_var + EPS)
    W2 = W * s
    b2 = b - bn.running_mean * s + bn.bias
    return W2, b2
