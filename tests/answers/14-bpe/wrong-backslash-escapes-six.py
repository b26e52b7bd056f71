# because: errors='backslashreplace' instead of 'replace': invalid bytes appear as \x80 and not as the replacement character
# batch: 6
# told: true author escapes for invalid bytes
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    return b"".join([vocab[i] for i in ids]).decode("utf-8", errors="backslashreplace")
