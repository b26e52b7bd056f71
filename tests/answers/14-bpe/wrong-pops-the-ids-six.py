# because: takes the ids out of the given list with pop(0), so the caller's list is empty afterwards
# batch: 6
# told: true author the ids taken out
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    data = b""
    while ids:
        data += vocab[ids.pop(0)]
    return data.decode("utf-8", errors="replace")
