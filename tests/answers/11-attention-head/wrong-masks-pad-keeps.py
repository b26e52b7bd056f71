# fails: pad
# because: The mask is True where a token is not padding (may look); here True means hidden.
# batch: 2
# %% solution-masks
def mask_upper(T):
    return torch.ones(T, T).triu(1).bool()


def mask_lower(T):
    return torch.ones(T, T).tril(-1).bool()


def pad(seq, idx):
    return (seq != idx).unsqueeze(1)
