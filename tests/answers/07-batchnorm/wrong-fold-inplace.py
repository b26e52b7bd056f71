# fails: fold, W afterwards
# because: W is scaled in place (W *= ...), so the caller's weights do not survive.
# batch: 2
# %% solution-fold
def fold(W, b, bn):
    scale = bn.gain * (bn.running_var + EPS) ** -0.5
    W *= scale
    b2 = (b - bn.running_mean) * scale + bn.bias
    return W, b2
