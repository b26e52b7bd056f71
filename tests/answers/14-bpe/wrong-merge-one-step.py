# because: The student moves on by one id after a merge too, so the second part of the pair is written again; one has to step over both parts.
# fails: merge, two pairs
# batch: 1
# told: true author the second part stays
# %% solution-merge
def merge(ids, pair, idx):
    neu = []
    for k in range(len(ids)):
        if k + 1 < len(ids) and (ids[k], ids[k + 1]) == pair:
            neu.append(idx)
        else:
            neu.append(ids[k])
    return neu
