# fails: mask_lower
# because: mask_lower gives the numbers 0.0 and 1.0, not booleans; all masks must be of dtype torch.bool, or they do not combine with |.
# batch: 1
# told: true author masks: mask_lower of numbers
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return torch.triu(torch.ones(T, T), 1).to(torch.bool)


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    return torch.tril(torch.ones(T, T), -1)


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    return torch.eq(seq, idx).unsqueeze(1)
