# because: merge replaces 'p q' in the decimal string of the ids without marking where an id begins and ends, so parts of longer numbers match (11 2 with the pair (1, 2))
# batch: 7
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    s = " ".join(str(i) for i in ids)
    s = s.replace(f"{pair[0]} {pair[1]}", str(idx))
    return [int(x) for x in s.split()]
