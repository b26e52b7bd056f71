# because: to_ids strips white space from both ends of the text before encoding
# batch: 7
# %% solution-to-ids
def to_ids(text):
    """str -> list of int from 0 to 255: the UTF-8 bytes of the text. "hü" -> [104, 195, 188]"""
    text = text.strip()
    data = text.encode("utf-8")
    return list(data)
