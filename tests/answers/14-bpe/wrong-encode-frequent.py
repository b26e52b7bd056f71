# fails: encode, which merge first
# because: The pair that is most frequent in the new text is merged first; nothing is counted when encoding, the smallest new id decides.
# batch: 2
# told: true author the most frequent pair first
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    ids = to_ids(text)
    while True:
        known = {p: n for p, n in get_stats(ids).items() if p in merges}
        if not known:
            return ids
        best = max(known, key=known.get)
        ids = merge(ids, best, merges[best])
