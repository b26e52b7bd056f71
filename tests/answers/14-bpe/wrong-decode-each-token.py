# fails: decode, one emoji in two tokens
# because: Each token is decoded by itself, so a character that lies in two tokens is lost; join all bytes first and decode once.
# batch: 2
# told: true author each token decoded on its own
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    return "".join(vocab[i].decode("utf-8", errors="replace") for i in ids)
