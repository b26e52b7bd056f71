# because: encode merges the leftmost pair that is in merges, instead of the pair with the smallest new id
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    changed = True
    while changed:
        changed = False
        for pair in get_stats(ids):
            if pair in merges:
                ids = merge(ids, pair, merges[pair])
                changed = True
                break
    return ids
