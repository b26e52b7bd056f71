# because: The student replays the merges over all ids so far together with the new chunk, so pairs at a border are merged after all; each chunk has to be replayed by itself.
# fails: encode_ordinary, banana
# batch: 1
# told: true author replayed across the borders
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    ids = []
    for chunk in split(text, pattern):
        ids = ids + to_ids(chunk)
        ids = replay(ids, merges)
    return ids
