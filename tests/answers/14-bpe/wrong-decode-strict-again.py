# fails: decode, invalid UTF-8
# because: bytes.decode is strict unless told otherwise and raises for invalid UTF-8; errors="replace" is needed.
# batch: 2
# told: true author strict decoding
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    data = b"".join([vocab[i] for i in ids])
    return data.decode("utf-8")
