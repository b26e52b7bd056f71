# because: decoder_mask reopens the diagonal, so a padding token may look at itself, though padding must be hidden from everybody
# batch: 6
# told: true author masks: decoder_mask, the diagonal kept open
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx)[:, None, None]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return ~torch.tril(torch.ones(T, T)).bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    T = seq.shape[1]
    m = pad_mask(seq, idx) | subsequent_mask(T).to(seq.device)
    # everybody may see himself, otherwise a row could be completely hidden
    m = m & ~torch.eye(T, dtype=torch.bool, device=seq.device)
    return m
