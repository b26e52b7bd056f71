# fails: one_hot
# because: Y[:, ix] = 1 writes into these columns of every row; each row needs a 1 only at its own class.
# batch: 1
# told: true author one-hot: whole columns
# %% solution-one-hot
def one_hot(ix, K):
    Y = torch.zeros((ix.shape[0], K), device=ix.device)
    Y[:, ix] = 1
    return Y
