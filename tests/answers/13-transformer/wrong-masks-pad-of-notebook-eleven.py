# fails: pad_mask
# because: pad_mask has the shape (B, 1, T) of notebook 11, which broadcasts as (1, B, 1, T), so padding of text 1 hides keys of head 1; here it needs an axis for the heads, (B, 1, 1, T).
# batch: 1
# told: true author masks: pad_mask, three axes
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx)[:, None]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.triu(torch.ones(T, T), diagonal=1).bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return (seq == idx)[:, None, None, :] | subsequent_mask(seq.shape[1]).to(seq.device)
