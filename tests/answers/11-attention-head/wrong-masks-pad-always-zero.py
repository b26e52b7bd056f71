# fails: *
# because: pad looks for the token 0 and ignores its argument idx; the padding token is whatever idx says.
# batch: 1
# told: true author masks: padding is always 0
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return torch.ones(T, T).triu(1) == 1


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    return torch.ones(T, T).tril(-1) == 1


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    B, T = seq.shape
    is_pad = seq == 0
    return is_pad.view(B, 1, T)
