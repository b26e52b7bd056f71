# because: The student takes min over the pairs without asking whether there are any, so an empty text, or one that is down to a single id, raises an error; then the ids are simply finished.
# batch: 1
# told: true author fewer than two ids forgotten
# %% solution-encode
def encode(text, merges):
    tokens = to_ids(text)
    while True:
        stats = get_stats(tokens)
        pair = min(stats, key=lambda p: merges.get(p, float("inf")))
        if pair not in merges:
            break
        tokens = merge(tokens, pair, merges[pair])
    return tokens
