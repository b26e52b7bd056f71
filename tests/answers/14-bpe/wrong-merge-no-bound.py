# because: The student looks at the right neighbour without asking whether there is one, so a list that ends in the first id of the pair raises IndexError; the last id has to be copied.
# fails: merge, random ids
# batch: 1
# told: true author i + 1 runs over the end, merging
# %% solution-merge
def merge(ids, pair, idx):
    first, second = pair
    merged = []
    pos = 0
    while pos < len(ids):
        if ids[pos] == first and ids[pos + 1] == second:
            merged.append(idx)
            pos += 2
        else:
            merged.append(ids[pos])
            pos += 1
    return merged
