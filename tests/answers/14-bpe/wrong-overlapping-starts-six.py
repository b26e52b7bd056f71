# because: finds all starts first, overlapping ones too, and writes idx at each of them: with (a, a), a a a becomes X X instead of X a
# batch: 6
# told: true author overlapping double merge
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    starts = {i for i in range(len(ids) - 1) if (ids[i], ids[i + 1]) == (pair[0], pair[1])}
    out = []
    for i, x in enumerate(ids):
        if i in starts:
            out.append(idx)
        elif i - 1 not in starts:
            out.append(x)
    return out
