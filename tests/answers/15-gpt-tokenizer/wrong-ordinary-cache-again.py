# fails: *
# because: The ids of a chunk are remembered from one call to the next, so another dictionary of merges gets the ids of the first one.
# batch: 2
# told: true author chunks from earlier calls
# %% solution-ordinary
_seen = {}


def encode_ordinary(text, merges, pattern):
    """str, merges {(int, int): int}, regular expression -> list of int, encoded chunk by chunk."""
    ids = []
    for chunk in split(text, pattern):
        if chunk not in _seen:
            _seen[chunk] = replay(to_ids(chunk), merges)  # the same words come again and again
        ids.extend(_seen[chunk])
    return ids
