# fails: decoder_mask
# because: decoder_mask hides the whole rows of the padding too, as queries; only keys are hidden, padding may ask.
# batch: 1
# told: true author masks: decoder_mask, padding may not ask
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return seq.eq(idx).unsqueeze(1).unsqueeze(1)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.ones(T, T, dtype=torch.bool).triu(1)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    p = pad_mask(seq, idx)
    return p | p.transpose(-1, -2) | subsequent_mask(seq.shape[1]).to(seq.device)
