# fails: train, names
# because: The text is cut at white space first and pairs are counted within the words; here BPE runs over the whole text, spaces included.
# batch: 2
# told: true author word by word
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    words = [to_ids(w) for w in text.split()]
    merges = {}
    while len(merges) < V - 256:
        stats = {}
        for w in words:
            for pair, n in get_stats(w).items():
                stats[pair] = stats.get(pair, 0) + n
        if not stats:
            break
        pair = max(stats, key=stats.get)
        merges[pair] = 256 + len(merges)
        words = [merge(w, pair, merges[pair]) for w in words]
    return merges
