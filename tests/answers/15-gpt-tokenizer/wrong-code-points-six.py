# because: begins with the code points of the characters (ord) instead of the UTF-8 bytes, right for ASCII only
# batch: 6
# told: true author characters encoded
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    out = []
    for chunk in split(text, pattern):
        ids = [ord(character) for character in chunk]
        out += replay(ids, merges)
    return out
