# because: The student decodes every entry into a str; a token need not be valid text, so the dictionary must hold the bytes.
# fails: build_vocab, abracadabra
# batch: 1
# told: true author text, with replacement characters
# %% solution-build-vocab
def build_vocab(merges):
    raw = {i: bytes([i]) for i in range(256)}
    for (p, q), idx in merges.items():
        raw[idx] = raw[p] + raw[q]
    return {i: b.decode("utf-8", errors="replace") for i, b in raw.items()}
