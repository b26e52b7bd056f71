# because: pad_mask counts the real tokens and hides everything from that length on, so padding in front or in the middle stays visible and real tokens at the end get hidden
# batch: 6
# told: true author masks: by length, in both
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    lengths = (seq != idx).sum(dim=1)  # (B,)
    positions = torch.arange(seq.shape[1], device=seq.device)
    mask = positions[None, :] >= lengths[:, None]  # (B, T)
    return mask[:, None, None, :]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.triu(torch.ones(T, T, dtype=torch.bool), 1)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    later = subsequent_mask(seq.shape[1]).to(seq.device)
    return pad_mask(seq, idx) | later[None, None]
