# fails: *
# because: Used merges are removed from the caller's dictionary; it must stay as it is.
# batch: 2
# told: true author the merges used up that were done
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        candidates = [p for p in get_stats(ids) if p in merges]
        if not candidates:
            break
        first = min(candidates, key=merges.get)
        ids = merge(ids, first, merges.pop(first))
    return ids
