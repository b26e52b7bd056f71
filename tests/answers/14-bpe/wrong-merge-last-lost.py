# because: The loop ends before the last id, which has no neighbour on its right, so it is lost when it is not part of a pair; it has to be copied.
# fails: merge, two pairs
# batch: 1
# told: true author the leftover of a run is lost
# %% solution-merge
def merge(ids, pair, idx):
    new = []
    i = 0
    while i < len(ids) - 1:
        if ids[i] == pair[0] and ids[i + 1] == pair[1]:
            new.append(idx)
            i += 2
        else:
            new.append(ids[i])
            i += 1
    return new
