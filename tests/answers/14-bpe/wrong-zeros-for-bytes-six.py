# because: bytes(i) instead of bytes([i]): id i becomes i zero bytes
# batch: 6
# told: true author bytes(i) is i zeros
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: bytes(i) for i in range(256)}
    for pair in merges:
        vocab[merges[pair]] = vocab[pair[0]] + vocab[pair[1]]
    return vocab
