# because: remembers encoded chunks in a global dictionary by their text alone, so a later call with other merges gets the old ids
# batch: 6
# told: true author chunks from earlier calls
# %% solution-ordinary
known_chunks = {}


def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    ids = []
    for chunk in split(text, pattern):
        # most words come again and again, no need to encode them twice
        if chunk not in known_chunks:
            known_chunks[chunk] = replay(to_ids(chunk), merges)
        ids.extend(known_chunks[chunk])
    return ids
