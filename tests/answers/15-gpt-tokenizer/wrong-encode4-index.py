# because: The student looks for the place of the byte in shuffle, which is the way back; the new name of byte b is shuffle[b].
# fails: encode_gpt4
# batch: 1
# told: true author encode: unshuffled instead of shuffled
# %% solution-encode-gpt4
def encode_gpt4(text, merges, pattern, shuffle):
    """str -> list of int: chunk by chunk, each byte b renamed to shuffle[b] before the merges."""
    ids = []
    for chunk in split(text, pattern):
        # renamed: list of int, the bytes of the chunk under their new names
        renamed = []
        for b in chunk.encode():
            renamed.append(list(shuffle).index(b))
        ids += replay(renamed, merges)
    return ids
