# fails: mask_upper
# because: mask_upper hides the diagonal as well; strictly above is asked for (triu(1)).
# batch: 2
# %% solution-masks
def mask_upper(T):
    return torch.triu(torch.ones(T, T, dtype=torch.bool))


def mask_lower(T):
    return torch.ones(T, T).tril(-1).bool()


def pad(seq, idx):
    return (seq == idx)[:, None, :]
