# fails: merge, two pairs
# because: After a pair the walk goes on at its second part, which is copied as well; it must step over both parts.
# batch: 2
# told: true author the second part stays
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out = []
    for i, a in enumerate(ids):
        if tuple(ids[i : i + 2]) == pair:
            out.append(idx)
        else:
            out.append(a)
    return out
