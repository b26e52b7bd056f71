# because: The student makes bytes from the code points of a special token's name, which are not UTF-8 for a name outside ASCII; the name has to be encoded as UTF-8.
# batch: 1
# told: true author decode: names by their code points
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = [0] * 256
    for b in range(256):
        unshuffle[shuffle[b]] = b
    data = []
    for i in ids:
        if i in names_of:
            data += [ord(c) for c in names_of[i]]
        else:
            data += [unshuffle[s] for s in vocab[i]]
    return bytes(data).decode("utf-8", errors="replace")
