# fails: *
# because: Padding is compared with 0 instead of the argument idx.
# batch: 2
# %% solution-masks
def mask_upper(T):
    return torch.ones(T, T).triu(1).bool()


def mask_lower(T):
    return torch.ones(T, T).tril(-1).bool()


def pad(seq, idx):
    B, T = seq.shape
    return seq.eq(0).view(B, 1, T)
