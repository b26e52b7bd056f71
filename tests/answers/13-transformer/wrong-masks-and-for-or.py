# fails: decoder_mask
# because: decoder_mask joins the two masks with &, so only padding in the future is hidden; a key is hidden if it is padding or in the future, |.
# batch: 1
# told: true author masks: only what is both
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    B, T = seq.shape
    return (seq == idx).view(B, 1, 1, T)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    t = torch.arange(T)
    return t.unsqueeze(0) > t.unsqueeze(1)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return pad_mask(seq, idx) & subsequent_mask(seq.size(1)).to(seq.device)
