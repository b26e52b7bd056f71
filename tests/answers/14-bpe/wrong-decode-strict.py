# because: The student left errors at its default "strict", so invalid UTF-8 raises an error; errors="replace" puts the replacement character there.
# fails: decode, invalid UTF-8
# batch: 1
# told: true author strict decoding
# %% solution-decode
def decode(ids, merges):
    vocab = build_vocab(merges)
    tokens = b"".join(vocab[idx] for idx in ids)
    return tokens.decode("utf-8")
