# fails: encode_ordinary, banana
# because: append puts a list for each chunk into the result; one flat list of ids is asked (extend).
# batch: 2
# told: true author a list for each chunk
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    result = []
    for chunk in split(text, pattern):
        result.append(replay(to_ids(chunk), merges))
    return result
