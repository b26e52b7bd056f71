# fails: one_hot, its argument afterwards
# because: makes the caller's row a column in place
# batch: 4
# told: true author one-hot: the caller's row made a column
# %% solution-one-hot
def one_hot(ix, K):
    classes = torch.arange(K, device=ix.device)
    return (ix.unsqueeze_(-1) == classes).float()
