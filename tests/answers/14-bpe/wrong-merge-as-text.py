# fails: merge, several digits
# because: The ids are joined to a text and replaced there, so 1 2 is also found inside 11 25; whole ids must be compared.
# batch: 2
# told: true author a text of digits replaced
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    line = " ".join(map(str, ids))
    line = line.replace(f"{pair[0]} {pair[1]}", str(idx))
    return [int(s) for s in line.split()]
