# fails: *
# because: All folds get the rounded-up size and the last one what is left (11 in 4: 3 3 3 2 is right by luck, 9 in 4 gives 3 3 3 0); sizes may differ by one only.
# batch: 2
# told: true author kfold: sizes rounded up
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    size = -(-n // k)
    out = []
    for i in range(k):
        held = [j for j in range(n) if j // size == i]
        out.append(([j for j in range(n) if j // size != i], held))
    return out
