# fails: *
# because: pad hides everything from the first padding token on, assuming that padding stands at the end; it must hide just the padding tokens, wherever they stand.
# batch: 1
# told: true author masks: padding only at the end
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return torch.ones(T, T, dtype=torch.bool).triu(1)


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    return mask_upper(T).T


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    seen_pad = (seq == idx).cumsum(1) > 0   # text is over
    return seen_pad[:, None]
