# fails: *
# because: The names of special tokens are encoded as ASCII with the rest ignored, but a name may be any text.
# batch: 2
# told: true author decode: ASCII names only
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = sorted(range(256), key=lambda b: shuffle[b])
    out = bytearray()
    for i in ids:
        if i in names_of:
            out.extend(names_of[i].encode("ascii", "ignore"))
        else:
            out.extend(unshuffle[x] for x in vocab[i])
    return out.decode("utf-8", errors="replace")
