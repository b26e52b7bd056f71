# because: chooses the pair whose merge shortens the ids most (non-overlapping occurrences) instead of the one with the greatest count, in which overlaps count: differs with runs like aaa
# batch: 6
# told: true author pairs that do not overlap
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        stats = get_stats(ids)
        if not stats:
            break
        # what really counts is how many merges can be done
        best, best_ids = None, ids
        for pair in stats:
            candidate = merge(ids, pair, idx)
            if len(candidate) < len(best_ids):
                best, best_ids = pair, candidate
        merges[best] = idx
        ids = best_ids
    return merges
