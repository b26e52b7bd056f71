# fails: *
# because: The loop runs only while more than two ids are there, so a last pair of two ids is never merged.
# batch: 2
# told: true author encode: the end with two ids left
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while len(ids) > 2:
        pair = min(get_stats(ids), key=lambda p: merges.get(p, 10**9))
        if merges.get(pair) is None:
            break
        ids = merge(ids, pair, merges[pair])
    return ids
