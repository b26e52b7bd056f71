# because: to_ids encodes as ASCII with errors='ignore', so every non-ASCII character silently disappears
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    out = []
    for b in text.encode("ascii", errors="ignore"):
        out.append(int(b))
    return out
