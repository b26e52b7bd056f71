# because: merge changes the variable of a for loop (i += 1), which has no effect, so the second part of the pair is not stepped over
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    result = []
    for i in range(len(ids)):
        if i + 1 < len(ids) and ids[i] == pair[0] and ids[i + 1] == pair[1]:
            result.append(idx)
            i += 1  # skip the second part
        else:
            result.append(ids[i])
    return result
