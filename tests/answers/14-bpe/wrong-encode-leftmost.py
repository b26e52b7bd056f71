# fails: encode, which merge first
# because: The leftmost pair that can be merged is merged first; the one that was learned earliest (smallest new id) comes first.
# batch: 2
# told: true author merging in the order of the text
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
