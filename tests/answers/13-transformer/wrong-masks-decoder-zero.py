# fails: *
# because: decoder_mask looks for the padding token 0 and does not pass on its argument idx.
# batch: 1
# told: true author masks: decoder_mask, always 0
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx)[:, None, None]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return ~torch.tril(torch.ones(T, T)).bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    T = seq.shape[-1]
    later = subsequent_mask(T).to(seq.device)
    return pad_mask(seq, 0) | later
