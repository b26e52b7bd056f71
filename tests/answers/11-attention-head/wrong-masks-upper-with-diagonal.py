# fails: mask_upper
# because: mask_upper hides the diagonal as well (s >= t); it must hide only what is strictly above it, a position may look at itself.
# batch: 1
# told: true author masks: mask_upper with the diagonal
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    i = torch.arange(T)
    return i[None, :] >= i[:, None]


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    i = torch.arange(T)
    return i[None, :] < i[:, None]


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx)[:, None, :]
