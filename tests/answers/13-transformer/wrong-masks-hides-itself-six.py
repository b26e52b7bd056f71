# because: subsequent_mask hides the diagonal too (triu with diagonal=0): a position may not look at itself
# batch: 6
# told: true author masks: the diagonal hidden too
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return (seq == idx)[:, None, None, :]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.ones(T, T).triu().bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return pad_mask(seq, idx) | subsequent_mask(seq.size(1)).to(seq.device)
