# because: encodes as Latin-1 where it can, so that "ü" becomes one byte; UTF-8 has two
# fails: to_ids, greeting
# batch: 0
# told: true author the code point where it fits into a byte
# %% solution-to-ids
def to_ids(text):
    ids = []
    for ch in text:
        if ord(ch) < 256:
            ids.append(ord(ch))
        else:
            ids.extend(ch.encode("utf-8"))
    return ids
