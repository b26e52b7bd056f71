# because: replaces the pairs by slice assignment in the list that was given and returns that same list, so the argument is changed
# batch: 6
# told: true author the caller's list changed
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    i = 0
    while i + 1 < len(ids):
        if ids[i] == pair[0] and ids[i + 1] == pair[1]:
            ids[i : i + 2] = [idx]
        i += 1
    return ids
