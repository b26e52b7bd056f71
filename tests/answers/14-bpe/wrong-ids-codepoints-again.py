# fails: to_ids, greeting; to_ids, random characters
# because: ord gives the code point of each character; asked are the UTF-8 bytes, of which a character may have several.
# batch: 2
# told: true author characters for bytes
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    return [ord(ch) for ch in text]
