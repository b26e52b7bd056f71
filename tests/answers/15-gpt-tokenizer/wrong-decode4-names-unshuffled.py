# fails: decode_gpt4
# because: The names of the special tokens are joined with the other bytes and turned back with them, though they were never shuffled.
# batch: 2
# told: true author decode: the names unshuffled too
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = {s: b for b, s in enumerate(shuffle)}
    vocab.update((i, name.encode("utf-8")) for i, name in names_of.items())
    data = b"".join(vocab[i] for i in ids)
    return bytes(unshuffle[x] for x in data).decode("utf-8", errors="replace")
