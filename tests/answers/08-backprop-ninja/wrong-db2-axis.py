# fails: db2
# because: The sum runs over the letters (axis 1); b2 was copied to the rows, so it runs over axis 0.
# batch: 2
# %% solution-db2
db2 = dlogits.sum(1)
