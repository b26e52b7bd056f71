# fails: mask_upper; mask_lower
# because: The masks of the triangle are float, not bool, and do not combine bit by bit.
# batch: 2
# %% solution-masks
def mask_upper(T):
    return torch.triu(torch.ones(T, T), diagonal=1)


def mask_lower(T):
    return torch.tril(torch.ones(T, T), diagonal=-1)


def pad(seq, idx):
    return (seq == idx)[:, None, :]
