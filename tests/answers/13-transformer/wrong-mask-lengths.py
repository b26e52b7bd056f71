# fails: *
# because: Padding is taken from the number of real tokens, as if it stood at the end of a text only; the token may stand anywhere.
# batch: 2
# told: true author masks: pad_mask, by length
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    lengths = (seq != idx).sum(1, keepdim=True)
    hidden = torch.arange(seq.shape[1], device=seq.device) >= lengths
    return hidden[:, None, None, :]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return ~torch.tril(torch.ones(T, T)).bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return (seq == idx)[:, None, None, :] | subsequent_mask(seq.shape[1]).to(seq.device)
