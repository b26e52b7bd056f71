# because: decode turns each single byte into a character with chr (Latin-1) instead of reading the whole as UTF-8
# batch: 7
# %% solution-decode
def decode(ids, merges):
    """list of int, merges -> str. What is not valid UTF-8 becomes the replacement character."""
    vocab = build_vocab(merges)
    text = ""
    for i in ids:
        for byte in vocab[i]:
            text += chr(byte)
    return text
