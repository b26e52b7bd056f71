# because: pops each applied pair from the given merges, so the caller's dictionary is changed and the next text is encoded without those pairs
# batch: 6
# told: true author the merges used up that were done
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        candidates = set(get_stats(ids)) & set(merges)
        if not candidates:
            break
        pair = min(candidates, key=lambda p: merges[p])
        idx = merges.pop(pair)     # done, not needed any more
        ids = merge(ids, pair, idx)
    return ids
