# because: uses chr(i).encode() for the single bytes: from 128 on that is two bytes (UTF-8 of the code point), not the one byte i
# batch: 6
# told: true author chr for a byte
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: chr(i).encode("utf-8") for i in range(256)}
    for (p, q), idx in merges.items():
        vocab[idx] = vocab[p] + vocab[q]
    return vocab
