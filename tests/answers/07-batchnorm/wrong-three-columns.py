# because: The loop over the columns runs to the notebook's H = 3, so in a wider layer all other columns stay as they were; W.shape[1] is the number of columns.
# batch: 1
# told: true author fold, three columns
# %% solution-fold
def fold(W, b, bn):
    scale = bn.gain / torch.sqrt(bn.running_var + EPS)
    W2 = W.clone()
    for j in range(H):
        W2[:, j] = W[:, j] * scale[0, j]
    b2 = scale * (b - bn.running_mean) + bn.bias
    return W2, b2
