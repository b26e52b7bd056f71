# because: encode takes min with merges.get(p, 0): pairs that are not in merges get 0 and win, so it stops as soon as any such pair is in the ids
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while len(ids) >= 2:
        stats = get_stats(ids)
        pair = min(stats, key=lambda p: merges.get(p, 0))
        if pair not in merges:
            break
        ids = merge(ids, pair, merges[pair])
    return ids
