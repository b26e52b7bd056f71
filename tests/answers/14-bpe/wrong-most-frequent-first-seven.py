# because: encode merges, among the pairs that are in merges, the most frequent one in the new text first, instead of the one learned earliest
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        stats = {p: n for p, n in get_stats(ids).items() if p in merges}
        if not stats:
            return ids
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, merges[pair])
