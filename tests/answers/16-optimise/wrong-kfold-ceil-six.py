# because: gives every fold ceil(n/k) numbers as long as there are any, instead of one number more to the first n mod k folds only: the last folds come out too small or empty
# batch: 6
# told: true author kfold: sizes rounded up
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    size = math.ceil(n / k)
    pairs = []
    for i in range(k):
        held = list(range(n))[i * size:(i + 1) * size]
        train = [j for j in range(n) if j not in held]
        pairs.append((train, held))
    return pairs
