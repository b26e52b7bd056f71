# because: takes the smallest PAIR (min of the tuples, by id values) among the learned ones, not the one with the smallest new id
# batch: 6
# told: true author empty pairs for the smallest ids
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    known = [pair for pair in get_stats(ids) if pair in merges]
    while known:
        pair = min(known)
        ids = merge(ids, pair, merges[pair])
        known = [pair for pair in get_stats(ids) if pair in merges]
    return ids
