# fails: pad
# because: The new axis of pad stands last, (B, T, 1), so it hides the rows of the padding queries; keys are the last axis, so the shape must be (B, 1, T).
# batch: 1
# told: true author masks: padding hidden as a query
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return torch.triu(torch.ones(T, T), diagonal=1).bool()


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    return torch.tril(torch.ones(T, T), diagonal=-1).bool()


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx).unsqueeze(-1)
