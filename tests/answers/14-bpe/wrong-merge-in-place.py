# because: The student changes the list that was given; the function has to build a new list and leave the given one as it is.
# fails: merge, your list
# batch: 1
# told: true author the caller's list changed
# %% solution-merge
def merge(ids, pair, idx):
    i = 0
    while i < len(ids) - 1:
        if ids[i] == pair[0] and ids[i + 1] == pair[1]:
            ids[i] = idx
            del ids[i + 1]
        i += 1
    return ids
