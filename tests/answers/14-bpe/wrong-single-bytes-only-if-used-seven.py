# because: build_vocab holds only those of the 256 bytes that occur in merges; the others are missing (empty for merges = {})
# batch: 7
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {}
    for (p, q), idx in merges.items():
        for part in (p, q):
            if part < 256:
                vocab[part] = bytes([part])
        vocab[idx] = vocab[p] + vocab[q]
    return vocab
