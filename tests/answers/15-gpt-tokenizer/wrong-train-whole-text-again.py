# fails: train, hug
# because: The text is one list of ids and is never cut by the pattern; merges must stay inside the chunks.
# batch: 2
# told: true author merges across the chunks
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
