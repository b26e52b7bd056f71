# because: pad_mask ignores its argument idx and takes every 0 for padding, so it is wrong for any other padding token
# batch: 6
# told: true author masks: padding is always 0
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    B, T = seq.shape
    return ~seq.bool().view(B, 1, 1, T)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    t = torch.arange(T)
    return t[None, :] > t[:, None]


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return pad_mask(seq, idx) | subsequent_mask(seq.shape[1]).to(seq.device)
