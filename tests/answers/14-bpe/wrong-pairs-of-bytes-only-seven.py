# because: encode looks for pairs only once, in the bytes (sorted by new id), and not again in the ids after a merge, so tokens made of new ids are never formed
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    known = [p for p in get_stats(ids) if p in merges]
    known.sort(key=lambda p: merges[p])
    for pair in known:
        ids = merge(ids, pair, merges[pair])
    return ids
