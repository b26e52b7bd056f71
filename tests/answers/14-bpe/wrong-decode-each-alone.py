# because: The student decodes each token alone, so a character that lies in two tokens becomes replacement characters; the bytes have to be joined first and decoded as a whole.
# fails: decode, one emoji in two tokens
# batch: 1
# told: true author each token decoded on its own
# %% solution-decode
def decode(ids, merges):
    vocab = build_vocab(merges)
    text = ""
    for i in ids:
        text += vocab[i].decode("utf-8", errors="replace")
    return text
