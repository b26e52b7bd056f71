# because: The student decodes each token alone, so a character that lies in two tokens is broken; the bytes have to be joined first and decoded once.
# fails: decode_gpt4
# batch: 1
# told: true author decode: each token by itself
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    back = {s: b for b, s in enumerate(shuffle)}
    text = []
    for idx in ids:
        if idx in names_of:
            text.append(names_of[idx])
        else:
            text.append(bytes(back[s] for s in vocab[idx]).decode("utf-8", errors="replace"))
    return "".join(text)
