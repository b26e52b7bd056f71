# fails: encode_ordinary, banana
# because: The merges are replayed over the whole text and so cross the borders; each chunk has to be encoded by itself.
# batch: 2
# told: true author replayed across the borders
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    ids = []
    for chunk in split(text, pattern):
        ids += to_ids(chunk)
    return replay(ids, merges)
