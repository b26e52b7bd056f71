# because: merge walks from right to left, so in an odd run of equal ids the pairs are taken from the right (aaa -> a X)
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    out = list(ids)
    # go backwards so that the indices do not shift
    i = len(out) - 2
    while i >= 0:
        if (out[i], out[i + 1]) == tuple(pair):
            out[i:i + 2] = [idx]
            i -= 2
        else:
            i -= 1
    return out
