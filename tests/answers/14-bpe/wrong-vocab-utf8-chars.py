# fails: build_vocab, abracadabra
# because: chr(i).encode() is the UTF-8 form of code point i, which has two bytes from 128 on; the id i stands for the one byte i.
# batch: 2
# told: true author chr for a byte
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = {i: chr(i).encode("utf-8") for i in range(256)}
    for pair, idx in merges.items():
        vocab[idx] = vocab[pair[0]] + vocab[pair[1]]
    return vocab
