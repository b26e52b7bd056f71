# because: The linear layer's own row b is forgotten in b2: it goes through the layer as well, (b - μ)·scale + bias.
# fails: fold, b
# batch: 1
# told: true author old bias lost
# %% solution-fold
def fold(W, b, bn):
    scale = bn.gain / (bn.running_var + EPS).sqrt()
    W2 = W * scale
    b2 = bn.bias - bn.running_mean * scale
    return W2, b2
