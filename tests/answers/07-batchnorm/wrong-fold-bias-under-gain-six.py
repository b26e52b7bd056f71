# because: BatchNorm's own bias is added before the scaling, so it is multiplied by gain / std as well
# batch: 6
# told: true author everything scaled
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    factor = bn.gain * (bn.running_var + EPS) ** -0.5
    W2 = W @ torch.diag(factor[0])
    b2 = (b - bn.running_mean + bn.bias) * factor
    return W2, b2
