# because: merge returns the given list itself, not a new one, if the pair does not occur
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    if tuple(pair) not in zip(ids, ids[1:]):
        return ids  # nothing to do
    new, i = [], 0
    while i < len(ids):
        if tuple(ids[i:i + 2]) == tuple(pair):
            new.append(idx)
            i += 2
        else:
            new.append(ids[i])
            i += 1
    return new
