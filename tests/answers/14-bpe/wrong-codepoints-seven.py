# because: to_ids returns the Unicode code points (ord) instead of the UTF-8 bytes; differs for every character from 128 on
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    return [ord(c) for c in text]
