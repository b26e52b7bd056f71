# because: The student keeps the ids of each chunk from call to call under the chunk alone, so a second call with other merges gets the ids of the first ones; the cache has to be new in each call, or know the merges.
# batch: 1
# told: true author chunks from earlier calls
# %% solution-ordinary
def encode_ordinary(text, merges, pattern, cache={}):
    ids = []
    for chunk in split(text, pattern):
        if chunk not in cache:  # the same words come again and again
            cache[chunk] = replay(to_ids(chunk), merges)
        ids.extend(cache[chunk])
    return ids
