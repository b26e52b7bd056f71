# fails: pick; pick, square
# because: The two index lists are in the wrong order: y says the column, but here it is used as the row.
# batch: 1
# told: true author pick: columns and rows swapped
# %% solution-pick
def pick(P, y):
    rows = torch.arange(len(y), device=y.device)
    return P[y, rows]
