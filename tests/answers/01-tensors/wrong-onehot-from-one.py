# fails: one_hot
# because: The classes are compared with 1 to K; they are numbered from 0, so every 1 stands one column too far to the left.
# batch: 1
# told: true author one-hot: counted from 1
# %% solution-one-hot
def one_hot(ix, K):
    classes = torch.arange(1, K + 1, device=ix.device)
    return (ix[:, None] == classes[None, :]).float()
