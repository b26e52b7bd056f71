# because: The student goes through the merges sorted by pair, so a part may be needed before it has been built; the order of learning (the order of the new ids) has to be kept.
# batch: 1
# told: true author build_vocab: merges sorted by their pairs
# %% solution-build-vocab
def build_vocab(merges):
    vocab = {i: bytes([i]) for i in range(256)}
    for (p, q), idx in sorted(merges.items()):
        vocab[idx] = vocab[p] + vocab[q]
    return vocab
