# because: On a tie the student takes the pair with the greatest ids, as max of (count, pair) does; the pair that occurs first in the current ids has to win.
# fails: train, ties
# batch: 1
# told: true author a tie goes to the greatest pair
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    merges = {}
    num_merges = V - 256
    for i in range(num_merges):
        stats = get_stats(ids)
        if len(stats) == 0:
            break
        count, top = max((v, k) for k, v in stats.items())
        idx = 256 + i
        ids = merge(ids, top, idx)
        merges[top] = idx
    return merges
