# because: b -= running_mean changes the caller's row, which must survive like W; b - running_mean makes a new one.
# batch: 1
# told: true author fold, b changed in place
# %% solution-fold
def fold(W, b, bn):
    s = bn.gain * (bn.running_var + EPS) ** -0.5
    W2 = W * s
    b -= bn.running_mean
    b2 = b * s + bn.bias
    return W2, b2
