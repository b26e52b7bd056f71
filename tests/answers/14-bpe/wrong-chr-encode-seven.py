# because: build_vocab uses chr(i).encode(), which is two bytes for i from 128 to 255, not the one byte i
# batch: 7
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {}
    for i in range(256):
        vocab[i] = chr(i).encode("utf-8")
    for pair in merges:
        vocab[merges[pair]] = vocab[pair[0]] + vocab[pair[1]]
    return vocab
