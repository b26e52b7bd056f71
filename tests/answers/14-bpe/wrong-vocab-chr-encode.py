# because: The student encodes the character with the code point i, which from 128 on gives two UTF-8 bytes; id i stands for the one byte i.
# fails: build_vocab, abracadabra
# batch: 1
# told: true author chr for a byte
# %% solution-build-vocab
def build_vocab(merges):
    vocab = {i: chr(i).encode("utf-8") for i in range(256)}
    for pair, idx in merges.items():
        vocab[idx] = vocab[pair[0]] + vocab[pair[1]]
    return vocab
