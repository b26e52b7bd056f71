# because: the names of the special tokens go through the unshuffling as well, though they were never shuffled
# batch: 6
# told: true author decode: the names unshuffled too
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    data = b""
    for i in ids:
        if i in names_of:
            data += names_of[i].encode("utf-8")
        else:
            data += vocab[i]
    unshuffle = {new: old for old, new in enumerate(shuffle)}
    return bytes(unshuffle[b] for b in data).decode("utf-8", errors="replace")
