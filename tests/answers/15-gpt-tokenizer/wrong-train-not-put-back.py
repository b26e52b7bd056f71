# fails: train, hug
# because: The merged chunk is given to the loop variable and not put back into the list, so the same pair is found again and again.
# batch: 2
# told: true author the merged chunks thrown away
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.
    """
    chunks = list(map(to_ids, split(text, pattern)))
    merges = {}
    for idx in range(256, V):
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        for chunk in chunks:
            chunk = merge(chunk, pair, idx)
        merges[pair] = idx
    return merges
