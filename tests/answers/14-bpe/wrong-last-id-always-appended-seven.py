# because: merge always appends ids[-1] after the loop, also when the last id has just been merged
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    if len(ids) == 0:
        return []
    new = []
    i = 0
    while i < len(ids) - 1:
        if ids[i] == pair[0] and ids[i + 1] == pair[1]:
            new.append(idx)
            i += 2
        else:
            new.append(ids[i])
            i += 1
    new.append(ids[-1])  # the last id has no right neighbour
    return new
