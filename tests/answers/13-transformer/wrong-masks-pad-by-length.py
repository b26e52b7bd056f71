# fails: *
# because: pad_mask counts the real tokens and hides everything behind that number, which is right only if all padding stands at the end; it must hide the padding token itself, wherever it stands.
# batch: 1
# told: true author masks: pad_mask, by length
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    lengths = (seq != idx).sum(1)  # (B,)
    T = seq.shape[1]
    mask = torch.arange(T, device=seq.device)[None, :] >= lengths[:, None]
    return mask[:, None, None, :]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.triu(torch.ones(T, T, dtype=torch.bool), 1)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return (seq == idx)[:, None, None] | subsequent_mask(seq.shape[1]).to(seq.device)
