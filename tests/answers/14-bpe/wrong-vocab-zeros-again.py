# fails: build_vocab, abracadabra
# because: bytes(i) is i zeros, not the byte i; it must be bytes([i]).
# batch: 2
# told: true author bytes(i) is i zeros
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: bytes(i) for i in range(256)}
    for (p, q), idx in merges.items():
        vocab[idx] = vocab[p] + vocab[q]
    return vocab
