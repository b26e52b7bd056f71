# fails: decoder_mask
# because: The two masks are joined with and; a key is hidden if it is padding or in the future, so it must be |.
# batch: 2
# told: true author masks: only what is both
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    B, T = seq.shape
    return seq.eq(idx).view(B, 1, 1, T)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    t = torch.arange(T)
    return t[None, :] > t[:, None]


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    future = subsequent_mask(seq.shape[1]).to(seq.device)
    return torch.logical_and(pad_mask(seq, idx), future)
