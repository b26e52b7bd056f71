# fails: pad_mask
# because: pad_mask has the shape (B, 1, T) of notebook 11; it needs an axis for the heads, (B, 1, 1, T).
# batch: 2
# told: true author masks: pad_mask, three axes
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx).unsqueeze(1)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.triu(torch.ones(T, T, dtype=torch.bool), diagonal=1)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return pad_mask(seq, idx)[:, None] | subsequent_mask(seq.shape[1]).to(seq.device)
