# because: replaces ' p q ' in a string with one space on each side: two occurrences next to each other share a space, so the second one is missed
# batch: 6
# told: true author one space for two occurrences
# %% solution-merge
def merge(ids, pair, idx):
    """list of int -> new list of int: each occurrence of pair (int, int) has become the one id idx."""
    p, q = pair
    s = " " + " ".join(str(i) for i in ids) + " "
    s = s.replace(f" {p} {q} ", f" {idx} ")
    return [int(w) for w in s.split()]
