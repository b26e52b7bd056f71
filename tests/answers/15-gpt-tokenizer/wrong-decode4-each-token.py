# fails: decode_gpt4
# because: Each id is decoded by itself, so a character in two tokens is lost; join everything first and decode once.
# batch: 2
# told: true author decode: each token by itself
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    back = [0] * 256
    for b in range(256):
        back[shuffle[b]] = b
    text = ""
    for i in ids:
        text += names_of[i] if i in names_of else bytes(back[x] for x in vocab[i]).decode("utf-8", errors="replace")
    return text
