# because: decode uses errors='ignore': invalid bytes disappear instead of becoming the replacement character
# batch: 7
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    data = b"".join(vocab[i] for i in ids)
    return data.decode("utf-8", errors="ignore")
