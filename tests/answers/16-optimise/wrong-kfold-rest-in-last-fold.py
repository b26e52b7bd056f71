# fails: kfold(11, 4)
# because: The whole remainder goes to the last fold; the first n mod k folds get one number more each.
# batch: 2
# told: true author kfold: the rest in the last fold
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    size = n // k
    pairs = []
    for i in range(k):
        begin = i * size
        end = n if i == k - 1 else begin + size
        held = list(range(begin, end))
        pairs.append(([j for j in range(n) if j < begin or j >= end], held))
    return pairs
