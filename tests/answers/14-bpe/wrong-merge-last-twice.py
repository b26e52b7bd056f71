# because: The student always adds the last id after the loop, also when it has already gone into a merged pair; it may only be copied if it is left over.
# batch: 1
# told: true author the last id appended in any case
# %% solution-merge
def merge(ids, pair, idx):
    if not ids:
        return []
    out, i = [], 0
    while i < len(ids) - 1:
        if (ids[i], ids[i + 1]) == tuple(pair):
            out.append(idx)
            i = i + 2
        else:
            out.append(ids[i])
            i = i + 1
    # the last one must not get lost!
    out.append(ids[-1])
    return out
