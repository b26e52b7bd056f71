# because: replaces byte after byte in the same list, so an id already renamed is renamed again when its new value's turn comes
# batch: 6
# told: true author encode: renamed one after the other in place
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = to_ids(chunk)
        for b in range(256):
            renamed = [shuffle[b] if i == b else i for i in renamed]
        ids += replay(renamed, merges)
    return ids
