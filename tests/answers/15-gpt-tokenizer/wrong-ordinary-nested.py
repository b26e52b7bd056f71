# because: The student appends the ids of each chunk as a list of their own; one flat list is asked for, so it has to be extend.
# fails: encode_ordinary, banana
# batch: 1
# told: true author a list for each chunk
# %% solution-ordinary
def encode_ordinary(text, merges, pattern):
    all_ids = []
    for chunk in split(text, pattern):
        all_ids.append(replay(to_ids(chunk), merges))
    return all_ids
