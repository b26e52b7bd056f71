# because: all folds have n // k numbers and the last one gets the whole remainder
# batch: 6
# told: true author kfold: the rest in the last fold
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    numbers = list(range(n))
    size = n // k
    folds = [numbers[f * size:(f + 1) * size] for f in range(k - 1)]
    folds.append(numbers[(k - 1) * size:])
    result = []
    for f in range(k):
        train = []
        for other in range(k):
            if other != f:
                train += folds[other]
        result.append((train, folds[f]))
    return result
