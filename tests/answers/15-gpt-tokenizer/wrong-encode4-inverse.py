# fails: encode_gpt4
# because: shuffle.index(b) turns the shuffling back; when encoding, the byte b becomes shuffle[b].
# batch: 2
# told: true author encode: unshuffled instead of shuffled
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = [shuffle.index(b) for b in to_ids(chunk)]
        ids += replay(renamed, merges)
    return ids
