# because: splits the text at spaces and never counts or merges a pair across a word border (pre-tokenisation of GPT-2), which this task does not have
# batch: 6
# told: true author train: words with the space in front
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    words = []
    for k, w in enumerate(text.split(" ")):
        words.append(to_ids(w if k == 0 else " " + w))     # the space goes with the word behind it
    merges = {}
    for idx in range(256, V):
        stats = {}
        for w in words:
            for pair, n in get_stats(w).items():
                stats[pair] = stats.get(pair, 0) + n
        if not stats:
            break
        pair = max(stats, key=stats.get)
        merges[pair] = idx
        words = [merge(w, pair, idx) for w in words]
    return merges
