# fails: *
# because: min() is called without asking whether a pair is left, so an empty text or a single id raises an error.
# batch: 2
# told: true author fewer than two ids forgotten
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        stats = get_stats(ids)
        pair = min(stats, key=lambda p: merges.get(p, float("inf")))
        if pair not in merges:
            break
        ids = merge(ids, pair, merges[pair])
    return ids
