# because: replays the merges on the plain bytes and renames the bytes that are left over afterwards
# batch: 6
# told: true author encode: renamed after the merges
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        merged = replay(to_ids(chunk), merges)
        renamed = [shuffle[i] if i < 256 else i for i in merged]
        ids += renamed
    return ids
