# because: The student applies shuffle to the bytes once more; they are shuffled already and have to be turned back with its inverse.
# fails: decode_gpt4
# batch: 1
# told: true author decode: shuffled once more
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}
    out = b""
    for i in ids:
        if i in names_of:
            out += names_of[i].encode("utf-8")
        else:
            out += bytes([shuffle[b] for b in vocab[i]])
    return out.decode("utf-8", errors="replace")
