# because: The student merges the known pair that is most frequent in the new text, as in training; in encoding nothing is counted, the pair with the smallest new id goes first.
# fails: encode, which merge first
# batch: 1
# told: true author the most frequent pair first
# %% solution-encode
def encode(text, merges):
    ids = to_ids(text)
    while True:
        stats = {p: n for p, n in get_stats(ids).items() if p in merges}
        if not stats:
            return ids
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, merges[pair])
