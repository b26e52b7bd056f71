# because: token = vocab[p]; token += vocab[q] on a bytearray changes the entry of p in place, so p stands for more than its own bytes afterwards
# batch: 6
# told: true author a part that grows
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {}
    for i in range(256):
        vocab[i] = bytearray([i])
    for (p, q), idx in merges.items():
        token = vocab[p]
        token += vocab[q]
        vocab[idx] = token
    return {i: bytes(token) for i, token in vocab.items()}
