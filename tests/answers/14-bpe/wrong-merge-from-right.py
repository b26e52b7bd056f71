# because: The student walks from right to left, so a a a becomes a X; in a run of equal ids the pairs are to be taken from the left.
# fails: merge, aaa
# batch: 1
# told: true author from right to left
# %% solution-merge
def merge(ids, pair, idx):
    result = list(ids)
    for i in range(len(result) - 2, -1, -1):  # backwards, so that deleting does no harm
        if i + 1 < len(result) and (result[i], result[i + 1]) == pair:
            result[i : i + 2] = [idx]
    return result
