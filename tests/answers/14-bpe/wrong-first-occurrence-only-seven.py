# because: merge replaces only the first occurrence of the pair and returns
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    p, q = pair
    for i in range(len(ids) - 1):
        if ids[i] == p and ids[i + 1] == q:
            return ids[:i] + [idx] + ids[i + 2:]
    return list(ids)
