# because: treats equal pairs (a, a) by runs and writes len(run) // 2 new ids but forgets the id that is left over from a run of odd length
# batch: 6
# told: true author the id left over from an odd run
# %% solution-merge
from itertools import groupby


def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    p, q = pair
    new = []
    if p == q:
        for value, run in groupby(ids):
            run = list(run)
            if value == p:
                new.extend([idx] * (len(run) // 2))
            else:
                new.extend(run)
        return new
    k = 0
    while k < len(ids):
        if ids[k : k + 2] == [p, q]:
            new.append(idx)
            k += 2
        else:
            new.append(ids[k])
            k += 1
    return new
