# fails: merge, no such pair
# because: If the pair does not occur, the caller's own list is returned and not a new one.
# batch: 2
# told: true author the same list if there is no such pair
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    p, q = pair
    if not any(a == p and b == q for a, b in zip(ids, ids[1:])):
        return ids  # nothing to do
    result, skip = [], False
    for a, b in zip(ids, ids[1:] + [None]):
        if skip:
            skip = False
        elif (a, b) == (p, q):
            result.append(idx)
            skip = True
        else:
            result.append(a)
    return result
