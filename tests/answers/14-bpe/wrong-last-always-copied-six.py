# because: always appends the last id after the loop, also when it was the second part of a pair just merged (a pair at the end leaves q behind)
# batch: 6
# told: true author the last id appended in any case
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out = []
    i = 0
    while i < len(ids) - 1:
        if (ids[i], ids[i + 1]) == tuple(pair):
            out.append(idx)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    if ids:
        out.append(ids[-1])     # the last one has no neighbour
    return out
