# because: turns the bytes of each token into text on its own; a character whose bytes lie in two tokens is lost
# fails: decode, one emoji in two tokens
# batch: 0
# told: true author each token decoded on its own
# %% solution-decode
def decode(ids, merges):
    vocab = build_vocab(merges)
    text = ""
    for i in ids:
        text += vocab[i].decode("utf-8", errors="replace")
    return text
