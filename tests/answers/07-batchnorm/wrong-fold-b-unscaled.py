# fails: fold, b; fold, same output
# because: The linear layer's b was left unscaled; b - mean is divided and multiplied as a whole.
# batch: 2
# %% solution-fold
def fold(W, b, bn):
    s = bn.gain / torch.sqrt(bn.running_var + EPS)
    W2 = W * s
    b2 = b - bn.running_mean * s + bn.bias
    return W2, b2
