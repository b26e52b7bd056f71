# because: decode uses the strict default, so invalid UTF-8 raises UnicodeDecodeError
# batch: 7
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    raw = b""
    for i in ids:
        raw += vocab[i]
    return raw.decode("utf-8")
