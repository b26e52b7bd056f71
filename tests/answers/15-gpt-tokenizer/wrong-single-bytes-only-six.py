# because: turns back only the ids below 256; the bytes inside the learned tokens stay shuffled
# batch: 6
# told: true author decode: only the single bytes unshuffled
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = {shuffle[b]: b for b in range(256)}
    parts = []
    for i in ids:
        if i in names_of:
            parts.append(names_of[i].encode())
        elif i < 256:
            parts.append(bytes([unshuffle[i]]))
        else:
            parts.append(vocab[i])
    return b"".join(parts).decode(errors="replace")
