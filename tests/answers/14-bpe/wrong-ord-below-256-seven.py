# because: to_ids keeps code points 128 to 255 as one byte (thinks everything below 256 is a byte already) and uses UTF-8 only above 255
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    ids = []
    for ch in text:
        if ord(ch) < 256:          # fits into one byte
            ids.append(ord(ch))
        else:
            ids.extend(ch.encode("utf-8"))
    return ids
