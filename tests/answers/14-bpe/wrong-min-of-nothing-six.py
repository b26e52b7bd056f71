# because: min over the pairs without a guard: a text of fewer than two bytes, or one that has become a single id, has no pairs and raises ValueError
# batch: 6
# told: true author fewer than two ids forgotten
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        stats = get_stats(ids)
        pair = min(stats, key=lambda p: merges.get(p, float("inf")))
        if pair not in merges:
            return ids
        ids = merge(ids, pair, merges[pair])
