# fails: merge, two pairs
# because: The loop ends before the last id, which is lost unless it belongs to a merged pair.
# batch: 2
# told: true author the leftover of a run is lost
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    new = []
    i = 0
    while i < len(ids) - 1:
        if (ids[i], ids[i + 1]) == pair:
            new.append(idx)
            i += 2
        else:
            new.append(ids[i])
            i += 1
    return new
