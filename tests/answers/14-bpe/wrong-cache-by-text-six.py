# because: remembers results from call to call in a cache with the text alone as key: the same text with other merges gets the old ids
# batch: 6
# told: true author what an earlier call gave
# %% solution-encode
_cache = {}


def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    if text not in _cache:
        ids = to_ids(text)
        while True:
            learned_pairs = [p for p in get_stats(ids) if p in merges]
            if not learned_pairs:
                break
            first = min(learned_pairs, key=merges.get)
            ids = merge(ids, first, merges[first])
        _cache[text] = ids
    return list(_cache[text])
