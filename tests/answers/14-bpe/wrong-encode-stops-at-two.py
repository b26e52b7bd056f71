# because: The loop runs only while there are more than two ids, so the last two are never merged ("ab" stays two ids); two ids are still a pair.
# batch: 1
# told: true author encode: the end with two ids left
# %% solution-encode
def encode(text, merges):
    ids = list(text.encode("utf-8"))
    while len(ids) > 2:
        pair = min(get_stats(ids), key=lambda p: merges.get(p, float("inf")))
        if pair not in merges:
            break
        ids = merge(ids, pair, merges[pair])
    return ids
