# fails: *
# because: The ids are compared with "is", which asks for the same object and fails for ints above 256; they must be compared with ==.
# batch: 2
# told: true author compared with is
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out, i, n = [], 0, len(ids)
    while i < n:
        if i < n - 1 and ids[i] is pair[0] and ids[i + 1] is pair[1]:
            out.append(idx)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out
