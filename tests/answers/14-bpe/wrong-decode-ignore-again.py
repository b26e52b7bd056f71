# fails: decode, invalid UTF-8
# because: errors="ignore" drops the invalid bytes; the replacement character must stand in their place.
# batch: 2
# told: true author invalid bytes dropped
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    raw = bytearray()
    for i in ids:
        raw += vocab[i]
    return raw.decode("utf-8", "ignore")
