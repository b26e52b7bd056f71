# because: after a merge it steps over three ids instead of two, so the id after each pair is lost
# fails: merge, two pairs
# batch: 0
# told: true author a step too far after a match
# %% solution-merge
def merge(ids, pair, idx):
    out = []
    i = 0
    while i < len(ids):
        if ids[i : i + 2] == list(pair):
            out.append(idx)
            i += 2
        else:
            out.append(ids[i])
        i += 1
    return out
