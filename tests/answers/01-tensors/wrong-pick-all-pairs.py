# fails: pick; pick, square
# because: P[:, y] picks all the columns y of every row, (N, N); one number for each row needs a list of rows as well.
# batch: 1
# told: true author pick: all rows for each label
# %% solution-pick
def pick(P, y):
    return P[:, y]
