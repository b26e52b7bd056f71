# because: The student wrote bytes(i), which is i zero bytes; the one byte with the value i is bytes([i]).
# fails: build_vocab, abracadabra
# batch: 1
# told: true author bytes(i) is i zeros
# %% solution-build-vocab
def build_vocab(merges):
    vocab = {}
    for i in range(256):
        vocab[i] = bytes(i)
    for (a, b), new in merges.items():
        vocab[new] = vocab[a] + vocab[b]
    return vocab
