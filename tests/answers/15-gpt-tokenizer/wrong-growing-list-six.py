# because: replays the merges over everything encoded so far plus the new chunk, so merges cross the borders
# batch: 6
# told: true author replayed across the borders
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    ids = []
    for chunk in split(text, pattern):
        ids = replay(ids + to_ids(chunk), merges)
    return ids
