# fails: encode_gpt4
# because: The bytes are renamed after the merges, which speak of ranks and therefore find the wrong pairs; the renaming comes first.
# batch: 2
# told: true author encode: renamed after the merges
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        renamed = to_ids(chunk)
        ids += [shuffle[i] if i < 256 else i for i in replay(renamed, merges)]
    return ids
