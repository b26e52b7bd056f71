# fails: merge, aaa
# because: The list is walked from right to left, so aaa becomes a X; pairs are taken from the left, X a.
# batch: 2
# told: true author from right to left
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out = list(ids)
    for i in range(len(out) - 2, -1, -1):
        if tuple(out[i : i + 2]) == pair:
            out[i : i + 2] = [idx]
    return out
