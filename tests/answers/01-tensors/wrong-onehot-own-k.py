# fails: one_hot
# because: The number of columns is taken from the largest class that occurs instead of K, so classes missing at the end get no column.
# batch: 1
# told: true author one-hot: classes counted from the data
# %% solution-one-hot
def one_hot(ix, K):
    n_classes = int(ix.max()) + 1
    Y = torch.zeros(len(ix), n_classes, device=ix.device)
    Y[torch.arange(len(ix), device=ix.device), ix] = 1.0
    return Y
