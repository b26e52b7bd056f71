# because: the loop runs while len(ids) > 2 (instead of >= 2): when only two ids are left they are never merged
# batch: 6
# told: true author encode: the end with two ids left
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while len(ids) > 2:
        pair = min(get_stats(ids), key=lambda p: merges.get(p, float("inf")))
        if pair not in merges:
            break
        ids = merge(ids, pair, merges[pair])
    return ids
