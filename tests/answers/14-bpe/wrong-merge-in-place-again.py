# fails: merge, your list
# because: The caller's list is shortened in place; a new list is asked and the given one must stay as it is.
# batch: 2
# told: true numeric the same twice
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    i = 0
    while i + 1 < len(ids):
        if ids[i] == pair[0] and ids[i + 1] == pair[1]:
            ids[i : i + 2] = [idx]
        i += 1
    return list(ids)
