# because: decoder_mask joins the two masks with & (hidden only if padding AND in the future) instead of |
# batch: 6
# told: true author masks: only what is both
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    m = seq.eq(idx)
    return m.unsqueeze(1).unsqueeze(2)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    m = torch.triu(torch.ones((T, T), dtype=torch.bool), diagonal=1)
    return m


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    pad = pad_mask(seq, idx)
    future = subsequent_mask(seq.shape[-1]).to(pad.device)
    return pad & future
