# fails: to_ids, greeting; to_ids, random characters
# because: The text is encoded as latin-1 with replacement, so ü is one byte and Chinese becomes question marks; UTF-8 is asked.
# batch: 2
# told: true author Latin-1 with question marks
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    raw = text.encode("latin-1", errors="replace")
    return list(raw)
