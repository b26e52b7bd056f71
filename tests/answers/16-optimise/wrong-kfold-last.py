# fails: kfold(11, 4)
# because: puts all the numbers left over into the last fold; the first n mod k folds get one more each
# batch: 1
# told: true author kfold: the rest in the last fold
# %% solution-kfold
def kfold(n, k):
    size = n // k
    folds = []
    for i in range(k):
        lo = i * size
        hi = n if i == k - 1 else lo + size
        held = list(range(lo, hi))
        folds.append(([j for j in range(n) if j not in held], held))
    return folds
