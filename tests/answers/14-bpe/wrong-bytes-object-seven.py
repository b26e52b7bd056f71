# because: to_ids returns the bytes object itself instead of a list of int
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    # bytes already behave like a sequence of ints
    return text.encode("utf-8")
