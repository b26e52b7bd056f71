# fails: build_vocab, abracadabra
# because: The two parts are joined in the wrong order; the left part p comes first.
# batch: 2
# told: true author parts the wrong way round
# %% solution-build-vocab
def build_vocab(merges):
    """merges {(int, int): int} in the order of learning -> vocab {int: bytes}: 256 bytes and all merges."""
    vocab = dict(enumerate(bytes([b]) for b in range(256)))
    for pair in merges:
        a, b = pair
        vocab[merges[pair]] = b"".join([vocab[b], vocab[a]])
    return vocab
