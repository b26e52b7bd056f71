# because: decodes each token by itself, so a character that lies in two tokens becomes replacement characters
# batch: 6
# told: true author decode: each token by itself
# %% solution-decode-gpt4
def decode_gpt4(ids, merges, special, shuffle):
    """list of int -> str. Special tokens become their names; what is not valid UTF-8 becomes �."""
    vocab = build_vocab(merges)
    names_of = {idx: name for name, idx in special.items()}  # id of a special token -> its name
    unshuffle = [0] * 256
    for b, s in enumerate(shuffle):
        unshuffle[s] = b
    text = ""
    for i in ids:
        if i in names_of:
            text += names_of[i]
        else:
            text += bytes(unshuffle[b] for b in vocab[i]).decode("utf-8", errors="replace")
    return text
