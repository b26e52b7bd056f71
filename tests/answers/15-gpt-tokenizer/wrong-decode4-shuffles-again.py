# fails: decode_gpt4
# because: The bytes are shuffled a second time with shuffle[b]; they have to be turned back with the inverse table.
# batch: 2
# told: true author decode: shuffled once more
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    raw = b""
    for i in ids:
        if i in names_of:
            raw += names_of[i].encode()
        else:
            raw += bytes(shuffle[b] for b in vocab[i])
    return raw.decode("utf-8", errors="replace")
