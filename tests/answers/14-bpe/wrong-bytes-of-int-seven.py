# because: build_vocab uses bytes(i), which is i zero bytes, instead of bytes([i])
# batch: 7
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: bytes(i) for i in range(256)}
    for (p, q), idx in merges.items():
        vocab[idx] = vocab[p] + vocab[q]
    return vocab
